package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.Section;
import java.util.List;

/** Neighbouring bytes of a linked file that have one origin. */
public sealed interface Stretch {
  /** Where it lies: the address that it is loaded to, not the one that it runs at. */
  long address();

  /** In bytes, more than 0. */
  long size();

  /** The section of the linked file, or empty for what lies between two of them. */
  String output();

  /** A section of an object, as it was. */
  record Piece(LinkInput input, Section section, String output, long address, long size)
      implements Stretch {}

  /**
   * An entry of mergeable sections that the linker kept once for all who have it.
   *
   * @param users the objects, in link order, each once
   * @param name of the section that it was first found in
   */
  record Merged(List<LinkInput> users, String name, String output, long address, long size)
      implements Stretch {}

  /**
   * Made by the linker or set aside by its script.
   *
   * @param what such as the symbol that stands there
   */
  record Made(String what, String output, long address, long size) implements Stretch {}

  /** Nothing but room that makes the next thing start at a round address. */
  record Padding(String output, long address, long size) implements Stretch {}

  /** Bytes whose origin could not be told. */
  record Unclaimed(String output, long address, long size) implements Stretch {}
}
