package dev.unprobed.kernel.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Symbols by address and by name: what {@link Program}s answer about them. Addresses are unsigned.
 *
 * <p>May be shared by threads.
 */
public final class SymbolIndex {
  private static final Comparator<Symbol> ORDER =
      ((Comparator<Symbol>) (a, b) -> Long.compareUnsigned(a.address(), b.address()))
          .thenComparing(Symbol::kind)
          .thenComparing(Comparator.comparingLong(Symbol::size).reversed());

  private final Symbol[] symbols;
  private final long[] addresses;

  /** Functions that say how long they are, and those that do not. */
  private final Functions sized;

  private final Functions unsized;
  private volatile @Nullable Map<String, List<Symbol>> names;

  private SymbolIndex(Symbol[] symbols) {
    this.symbols = symbols;
    this.addresses = Arrays.stream(symbols).mapToLong(Symbol::address).toArray();
    this.sized = Functions.of(symbols, true);
    this.unsized = Functions.of(symbols, false);
  }

  /** Symbols in any order; equal ones count as one. */
  public static SymbolIndex of(List<Symbol> symbols) {
    Symbol[] sorted = symbols.toArray(Symbol[]::new);
    Arrays.sort(sorted, ORDER);
    return new SymbolIndex(sorted);
  }

  /** All by ascending address; at the same one functions first, then the larger. */
  public List<Symbol> all() {
    return Collections.unmodifiableList(Arrays.asList(symbols));
  }

  /** Those exactly there, functions first. */
  public List<Symbol> at(long address) {
    int first = firstAt(addresses, address);
    int end = first;
    while (end < addresses.length && addresses[end] == address) {
      end++;
    }
    return first == end ? List.of() : all().subList(first, end);
  }

  /**
   * The function that covers an address. One that does not say how long it is reaches to the next
   * function, and gives way to one that does.
   */
  public Optional<Symbol> function(long address) {
    Optional<Symbol> found = sized.last(address).filter(f -> address - f.address() < f.size());
    if (found.isPresent()) {
      return found;
    }
    return unsized.last(address).filter(f -> !isSeparated(f.address(), address));
  }

  /** By name; several where files have static ones of the same name. */
  public List<Symbol> named(String name) {
    Map<String, List<Symbol>> known = names;
    if (known == null) {
      known = byName();
      names = known;
    }
    return known.getOrDefault(name, List.of());
  }

  private boolean isSeparated(long from, long to) {
    return sized.last(to).filter(f -> Long.compareUnsigned(f.address(), from) > 0).isPresent();
  }

  private Map<String, List<Symbol>> byName() {
    Map<String, List<Symbol>> map = HashMap.newHashMap(symbols.length);
    for (Symbol symbol : symbols) {
      List<Symbol> one = map.putIfAbsent(symbol.name(), List.of(symbol));
      if (one != null) {
        List<Symbol> more = new ArrayList<>(one);
        more.add(symbol);
        map.put(symbol.name(), List.copyOf(more));
      }
    }
    return map;
  }

  private static int firstAt(long[] addresses, long address) {
    int low = 0;
    int high = addresses.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(addresses[middle], address) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Functions by address, one for each. */
  private record Functions(Symbol[] symbols, long[] addresses) {
    static Functions of(Symbol[] sorted, boolean sized) {
      List<Symbol> chosen = new ArrayList<>();
      for (Symbol symbol : sorted) {
        if (symbol.kind() == Symbol.Kind.FUNCTION
            && symbol.size() != 0 == sized
            && (chosen.isEmpty() || chosen.getLast().address() != symbol.address())) {
          chosen.add(symbol);
        }
      }
      return new Functions(
          chosen.toArray(Symbol[]::new), chosen.stream().mapToLong(Symbol::address).toArray());
    }

    /** The last that does not start after the address. */
    Optional<Symbol> last(long address) {
      int next = firstAt(addresses, address);
      if (next < addresses.length && addresses[next] == address) {
        return Optional.of(symbols[next]);
      }
      return next == 0 ? Optional.empty() : Optional.of(symbols[next - 1]);
    }
  }
}
