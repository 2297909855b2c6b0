package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.Section;
import java.util.ArrayList;
import java.util.List;

/** A section of an input on its way to its place. */
final class Part {
  static final long NOWHERE = -1;

  final int order;
  final LinkInput input;
  final Section section;

  /** In the output: less than in the input where equal strings were merged. */
  long size;

  /** Whether the linker left it out altogether. */
  boolean dropped;

  /** Where the symbol table of the output says that it is. */
  long anchor = NOWHERE;

  /** Whether the linker's own map says so: what is free before it is padding then. */
  boolean mapped;

  /** For a section whose entries were merged: those that stayed here. */
  final List<Entry> entries = new ArrayList<>();

  Part(int order, LinkInput input, Section section) {
    this.order = order;
    this.input = input;
    this.section = section;
    this.size = section.size();
  }

  boolean isMerged() {
    return dropped || !entries.isEmpty();
  }

  /** An entry of a mergeable section: its place from the start of the part, and who has it. */
  record Entry(long offset, long size, List<LinkInput> users) {}
}
