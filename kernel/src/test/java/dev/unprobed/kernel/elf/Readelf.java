package dev.unprobed.kernel.elf;

import dev.unprobed.kernel.tool.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readelf says of a file, and what we say, in the same words. */
final class Readelf {
  private static final Pattern SECTION =
      Pattern.compile(
          " *\\[ *(\\d+)] (.*?) +(SYMTAB SECTION INDICES|\\S+) +([0-9a-f]{8,}) ([0-9a-f]{6,}) ([0-9a-f]{6,}) ([0-9a-f]+)"
              + " +([A-Za-z]*) +(\\d+) +(\\d+) +(\\d+)");
  private static final Pattern SYMBOL =
      Pattern.compile(
          " *(\\d+): ([0-9a-f]+) +(0x[0-9a-f]+|\\d+) (\\S+) +(\\S+) +(\\S+) +(?:\\[.*] +)?(\\S+) ?(.*)");
  private static final Pattern RELOCATION =
      Pattern.compile(
          "([0-9a-f]{8,}) +([0-9a-f]{8,}) +(R_\\S+)(?: +([0-9a-f]+)| .* ([+-]) ([0-9a-f]+)| .*)? *");
  private static final List<String> TYPES =
      List.of("NOTYPE", "OBJECT", "FUNC", "SECTION", "FILE", "COMMON", "TLS");
  private static final List<String> BINDINGS = List.of("LOCAL", "GLOBAL", "WEAK");

  private final List<String> output;

  private Readelf(List<String> output) {
    this.output = output;
  }

  static Readelf of(Path file) {
    String path = file.toAbsolutePath().toString();
    return new Readelf(Tool.of("readelf").run(Path.of("."), "-SsrW", path).lines().toList());
  }

  List<String> sections() {
    List<String> lines = new ArrayList<>();
    for (Matcher m : matches(SECTION)) {
      lines.add(
          "%s %s addr %x off %x size %x es %x flags %s link %s info %s align %s"
              .formatted(
                  m.group(1),
                  m.group(2),
                  hex(m.group(4)),
                  hex(m.group(5)),
                  hex(m.group(6)),
                  hex(m.group(7)),
                  // Those of the processor and the operating system are not ours to know.
                  m.group(8).replaceAll("[^WAXMSG]", ""),
                  m.group(9),
                  m.group(10),
                  m.group(11)));
    }
    return lines;
  }

  static List<String> sections(ElfFile elf) {
    return elf.sections().stream()
        .map(s ->
            "%d %s addr %x off %x size %x es %x flags %s link %d info %d align %d"
                .formatted(
                    s.index(),
                    s.name(),
                    s.address(),
                    s.offset(),
                    s.size(),
                    s.entrySize(),
                    (s.isWritable() ? "W" : "")
                        + (s.isAllocated() ? "A" : "")
                        + (s.isCode() ? "X" : "")
                        + (s.isMergeable() ? "M" : "")
                        + (s.isStrings() ? "S" : "")
                        + (s.isGrouped() ? "G" : ""),
                    s.link(),
                    s.info(),
                    s.alignment()))
        .toList();
  }

  List<String> symbols() {
    List<String> lines = new ArrayList<>();
    for (Matcher m : matches(SYMBOL)) {
      // readelf names section symbols, which have no name, by their section.
      String name = m.group(4).equals("SECTION") ? "" : m.group(8);
      lines.add(
          "%s %x %d %s %s %s %s"
              .formatted(
                  m.group(1),
                  hex(m.group(2)),
                  Long.decode(m.group(3)),
                  m.group(4),
                  m.group(5),
                  m.group(7),
                  name));
    }
    return lines;
  }

  static List<String> symbols(ElfFile elf) {
    List<String> lines = new ArrayList<>();
    for (SymbolTable table : List.of(elf.dynamicSymbols(), elf.symbols())) {
      for (int i = 0; i < table.count(); i++) {
        ElfSymbol s = table.symbol(i);
        lines.add(
            "%d %x %d %s %s %s %s"
                .formatted(
                    i,
                    s.value(),
                    s.size(),
                    s.type() < TYPES.size() ? TYPES.get(s.type()) : s.type(),
                    BINDINGS.get(s.binding()),
                    place(s),
                    s.type() == Elf.STT_SECTION ? "" : shown(s.name())));
      }
    }
    return lines;
  }

  /** readelf writes control characters, which local labels of gas have, as ^A and so on. */
  private static String shown(String name) {
    StringBuilder text = new StringBuilder();
    name.chars()
        .forEach(c -> text.append(c < ' ' ? "^" : "").append((char) (c < ' ' ? c + '@' : c)));
    return text.toString();
  }

  private static String place(ElfSymbol s) {
    if (s.isInSection()) {
      return Integer.toString(s.section());
    }
    return s.isUndefined() ? "UND" : s.section() == Elf.SHN_ABS ? "ABS" : "COM";
  }

  /** Offset, r_info and addend: readelf gives names to the rest. */
  List<String> relocations() {
    List<String> lines = new ArrayList<>();
    for (Matcher m : matches(RELOCATION)) {
      String addend = m.group(4) != null ? m.group(4) : m.group(6) != null ? m.group(6) : "0";
      long value = "-".equals(m.group(5)) ? -hex(addend) : hex(addend);
      lines.add("%x %x %d".formatted(hex(m.group(1)), hex(m.group(2)), value));
    }
    return lines;
  }

  static List<String> relocations(ElfFile elf) {
    List<String> lines = new ArrayList<>();
    int shift = elf.header().wide() ? 32 : 8;
    for (RelocationTable table : elf.relocations()) {
      for (int i = 0; i < table.count(); i++) {
        long info = (long) table.symbol(i) << shift | table.type(i);
        lines.add("%x %x %d".formatted(table.offset(i), info, table.addend(i)));
      }
    }
    return lines;
  }

  private List<Matcher> matches(Pattern pattern) {
    return output.stream().map(pattern::matcher).filter(Matcher::matches).toList();
  }

  private static long hex(String digits) {
    return Long.parseUnsignedLong(digits, 16);
  }
}
