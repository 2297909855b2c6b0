package dev.unprobed.kernel.image;

import dev.unprobed.kernel.program.Program.Range;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.program.Symbol.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The symbols of an image by address and by name. Its tables have no sizes: a symbol reaches to the
 * next one, and text no further than the linker script's own end marks.
 */
final class SymbolIndex {
  private final List<Symbol> symbols;
  private final long[] addresses;
  private final List<Range> texts;
  private final Map<String, List<Symbol>> names = new HashMap<>();

  private SymbolIndex(List<Symbol> symbols, List<Range> texts) {
    this.symbols = symbols;
    this.texts = texts;
    this.addresses = symbols.stream().mapToLong(Symbol::address).toArray();
    for (Symbol symbol : symbols) {
      names.computeIfAbsent(symbol.name(), name -> new ArrayList<>(1)).add(symbol);
    }
  }

  /** Of the symbols that lie in the image. */
  static SymbolIndex of(List<RawSymbol> raw, long start, long end) {
    List<RawSymbol> inside =
        raw.stream()
            .filter(symbol -> symbol.address() - start >= 0 && symbol.address() - end <= 0)
            .sorted(Comparator.comparingLong(symbol -> symbol.address() - start))
            .toList();
    List<Range> texts = texts(inside);
    return new SymbolIndex(sized(inside, texts, end), texts);
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
    Arrays.sort(
        symbols,
        Comparator.<Symbol>comparingLong(symbol -> symbol.address() - raw.getFirst().address())
            .thenComparing(Symbol::kind));
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

  List<Symbol> all() {
    return symbols;
  }

  List<Symbol> named(String name) {
    return List.copyOf(names.getOrDefault(name, List.of()));
  }

  List<Symbol> at(long address) {
    int from = first(address);
    int to = from;
    while (to < addresses.length && addresses[to] == address) {
      to++;
    }
    return symbols.subList(from, to);
  }

  Optional<Symbol> function(long address) {
    int after = first(address + 1);
    if (after == 0) {
      return Optional.empty();
    }
    Symbol candidate = symbols.get(first(addresses[after - 1]));
    boolean covers =
        candidate.kind() == Kind.FUNCTION && address - candidate.address() < candidate.size();
    return covers ? Optional.of(candidate) : Optional.empty();
  }

  boolean isCode(long address) {
    return texts.stream().anyMatch(text -> text.contains(address)) || function(address).isPresent();
  }

  /** The first symbol at or after an address. */
  private int first(long address) {
    int low = 0;
    int high = addresses.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (addresses[middle] - address < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
