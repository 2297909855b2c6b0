package dev.unprobed.kernel.image;

import dev.unprobed.kernel.program.Program.Range;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.program.Symbol.Kind;
import dev.unprobed.kernel.program.SymbolIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The symbols of an image, with sizes. Its tables have none: a symbol reaches to the next one, and
 * text no further than the linker script's own end marks.
 *
 * @param texts where code lies, by these marks
 */
record ImageSymbols(SymbolIndex index, List<Range> texts) {

  /** Of the symbols that lie in the image. */
  static ImageSymbols of(List<RawSymbol> raw, long start, long end) {
    List<RawSymbol> inside =
        raw.stream()
            .filter(symbol -> symbol.address() - start >= 0 && symbol.address() - end <= 0)
            .sorted(Comparator.comparingLong(symbol -> symbol.address() - start))
            .toList();
    List<Range> texts = texts(inside);
    return new ImageSymbols(SymbolIndex.of(sized(inside, texts, end)), texts);
  }

  private static List<Range> texts(List<RawSymbol> symbols) {
    Map<String, Long> marks = new HashMap<>();
    symbols.forEach(symbol -> marks.putIfAbsent(symbol.name(), symbol.address()));
    List<Range> texts = new ArrayList<>();
    range(marks, "_stext", "_etext").ifPresent(texts::add);
    range(marks, "_sinittext", "_einittext").ifPresent(texts::add);
    return List.copyOf(texts);
  }

  private static Optional<Range> range(Map<String, Long> marks, String from, String to) {
    Long start = marks.get(from);
    Long end = marks.get(to);
    return start == null || end == null || end - start <= 0
        ? Optional.empty()
        : Optional.of(new Range(from, start, end - start));
  }

  private static List<Symbol> sized(List<RawSymbol> raw, List<Range> texts, long end) {
    Symbol[] symbols = new Symbol[raw.size()];
    long next = end;
    for (int i = raw.size() - 1; i >= 0; i--) {
      RawSymbol symbol = raw.get(i);
      long after = i + 1 < raw.size() ? raw.get(i + 1).address() : end;
      next = after != symbol.address() ? after : next;
      symbols[i] = sized(symbol, texts, next);
    }
    return List.of(symbols);
  }

  private static Symbol sized(RawSymbol symbol, List<Range> texts, long next) {
    long address = symbol.address();
    long end = next;
    for (Range text : texts) {
      long textEnd = text.start() + text.size();
      end = text.contains(address) && next - textEnd > 0 ? textEnd : end;
    }
    boolean mark = texts.stream().anyMatch(text -> text.start() + text.size() == address);
    Kind kind = symbol.isText() && !mark ? Kind.FUNCTION : Kind.DATA;
    return new Symbol(symbol.name(), address, mark ? 0 : end - address, kind);
  }

  boolean isCode(long address) {
    return texts.stream().anyMatch(text -> text.contains(address))
        || index.function(address).isPresent();
  }
}
