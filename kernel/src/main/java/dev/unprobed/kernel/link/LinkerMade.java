package dev.unprobed.kernel.link;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a linker adds of its own. */
final class LinkerMade {
  /** GNU and a NUL, little-endian. */
  private static final long GNU = 0x00554e47L;

  /** Sections that no input has: tables for what relocates the image, and the build's number. */
  private static final Set<String> SECTIONS =
      Set.of(
          ".got",
          ".got.plt",
          ".plt",
          ".iplt",
          ".igot",
          ".igot.plt",
          ".rela",
          ".rela.dyn",
          ".rel",
          ".rel.dyn",
          ".relr.dyn",
          ".dynamic",
          ".dynsym",
          ".dynstr",
          ".hash",
          ".gnu.hash",
          ".interp");

  /** How ld names the pieces of code that it inserts; those within -X have no name left. */
  private static final Pattern STUB =
      Pattern.compile(
          "e843419@.*|__erratum_\\w+_veneer_\\w+|__\\w+_veneer|__\\w+_from_(arm|thumb)|");

  private final List<Long> stubs = new ArrayList<>();
  private final Map<Long, Long> alignments = new HashMap<>();
  private long buildId = Part.NOWHERE;

  LinkerMade(ElfFile output) {
    SymbolTable symbols = output.symbols();
    for (int i = 1; i < symbols.count(); i++) {
      boolean place = symbols.type(i) == Elf.STT_FUNC || symbols.type(i) == Elf.STT_NOTYPE;
      if (place && STUB.matcher(symbols.name(i)).matches()) {
        stubs.add(symbols.value(i));
      }
    }
    Collections.sort(stubs);
    for (Section section : output.sections()) {
      alignments.merge(section.address(), section.alignment(), Math::max);
      if (section.type() == Elf.SHT_NOTE && section.isAllocated()) {
        findBuildId(section, output.content(section));
      }
    }
  }

  /** NT_GNU_BUILD_ID and NT_GNU_PROPERTY_TYPE_0 (elf/common.h of binutils). */
  private static boolean isOwn(long type) {
    return type == 3 || type == 5;
  }

  /** The first note of the name GNU that no input brought. */
  private void findBuildId(Section section, Bytes notes) {
    for (long at = 0; notes.has(at, 16); at += 4) {
      if (notes.u32(at) == 4 && isOwn(notes.u32(at + 8)) && notes.u32(at + 12) == GNU) {
        buildId = section.address() + at;
        return;
      }
    }
  }

  /** What the linker put between two addresses, or empty when that is not known. */
  String between(long from, long to) {
    boolean note = from <= buildId && buildId < to && to - from < 64;
    return isStubs(from, to) ? "linker stubs" : note ? "build id" : "";
  }

  static boolean isSection(String name) {
    return SECTIONS.contains(name);
  }

  /** Whether code that the linker inserted lies there. */
  private boolean isStubs(long from, long to) {
    int at = Collections.binarySearch(stubs, from);
    int first = at < 0 ? -at - 1 : at;
    return first < stubs.size() && stubs.get(first) < to;
  }

  /** Whether the room is just what the section that starts behind it needs to be aligned. */
  boolean isAlignment(long from, long to) {
    return Expression.aligned(from, alignments.getOrDefault(to, 1L)) == to;
  }
}
