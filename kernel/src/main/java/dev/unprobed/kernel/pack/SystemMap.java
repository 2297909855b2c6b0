package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.image.RawSymbol;
import java.util.ArrayList;
import java.util.List;

/** The symbol table beside a kernel, in the format of nm. */
final class SystemMap {
  /** Debian's packages have a file of one line that says where the real one is. */
  private static final int FEWEST = 1000;

  private SystemMap() {}

  /** Its symbols; none when it is no real one. */
  static List<RawSymbol> parse(String text) {
    List<RawSymbol> symbols = new ArrayList<>();
    text.lines().forEach(line -> add(line, symbols));
    return symbols.size() < FEWEST ? List.of() : List.copyOf(symbols);
  }

  private static void add(String line, List<RawSymbol> symbols) {
    int type = line.indexOf(' ') + 1;
    if (type > 1 && line.length() > type + 2 && line.charAt(type + 1) == ' ') {
      try {
        long address = Long.parseUnsignedLong(line, 0, type - 1, 16);
        symbols.add(new RawSymbol(address, line.charAt(type), line.substring(type + 2)));
      } catch (NumberFormatException e) {
        // a line that is no symbol tells nothing
        return;
      }
    }
  }
}
