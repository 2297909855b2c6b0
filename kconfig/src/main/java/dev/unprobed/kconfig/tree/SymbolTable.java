package dev.unprobed.kconfig.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All symbols by name. Keeps also the order of conf's hash table, bucket by bucket with the newest
 * symbol first: it decides in which order conf prints warnings, draws random numbers and writes
 * {@code auto.conf}.
 */
final class SymbolTable {
  final Symbol yes;
  final Symbol mod;
  final Symbol no;
  private final SymbolType constantType;
  private final List<Symbol> symbols = new ArrayList<>(1 << 14);
  private final Map<String, Symbol> byName = new HashMap<>(1 << 15);
  private final Map<String, Symbol> constants = new HashMap<>();
  private final Map<String, Symbol> namedChoices = new HashMap<>();

  /**
   * @param typedConstants whether y, m and n are tristates
   */
  SymbolTable(boolean typedConstants) {
    constantType = typedConstants ? SymbolType.TRISTATE : SymbolType.UNKNOWN;
    yes = logicalConstant("y");
    mod = logicalConstant("m");
    no = logicalConstant("n");
  }

  private Symbol logicalConstant(String name) {
    Symbol symbol = add(name, true, false);
    symbol.type = constantType;
    return symbol;
  }

  /** The symbol of that name, made when it is new. */
  Symbol symbol(String name) {
    Symbol logical = logical(name);
    if (logical != null) {
      return logical;
    }
    Symbol symbol = byName.get(name);
    if (symbol == null) {
      symbol = add(name, false, false);
      byName.put(name, symbol);
    }
    return symbol;
  }

  /** The constant with that text, made when it is new. */
  Symbol constant(String text) {
    Symbol logical = logical(text);
    return logical != null
        ? logical
        : constants.computeIfAbsent(text, key -> add(key, true, false));
  }

  /** A choice: a new one each time, or the one of that name. */
  Symbol choice(@Nullable String name) {
    if (name == null) {
      return add(null, false, true);
    }
    return namedChoices.computeIfAbsent(name, key -> add(key, false, true));
  }

  @Nullable Symbol find(String name) {
    Symbol logical = logical(name);
    if (logical != null) {
      return logical;
    }
    Symbol symbol = byName.get(name);
    return symbol != null ? symbol : namedChoices.get(name);
  }

  List<Symbol> all() {
    return symbols;
  }

  /** All symbols but y, m and n, in the order of conf's hash table. */
  Symbol[] inTableOrder(int buckets) {
    int count = symbols.size() - 3;
    int[] newest = new int[buckets];
    int[] older = new int[symbols.size()];
    for (int id = 3; id < symbols.size(); id++) {
      int bucket = bucket(symbols.get(id).name, buckets);
      older[id] = newest[bucket];
      newest[bucket] = id;
    }
    Symbol[] order = new Symbol[count];
    int filled = 0;
    for (int first : newest) {
      for (int id = first; id != 0; id = older[id]) {
        order[filled++] = symbols.get(id);
      }
    }
    return order;
  }

  /** FNV-1a over chars that are signed, as on x86; a nameless choice goes to bucket 0. */
  private static int bucket(@Nullable String name, int buckets) {
    if (name == null) {
      return 0;
    }
    int hash = 0x811c9dc5;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ (byte) name.charAt(i)) * 0x01000193;
    }
    return Integer.remainderUnsigned(hash, buckets);
  }

  private @Nullable Symbol logical(String name) {
    if (name.length() != 1) {
      return null;
    }
    return switch (name.charAt(0)) {
      case 'y' -> yes;
      case 'm' -> mod;
      case 'n' -> no;
      default -> null;
    };
  }

  private Symbol add(@Nullable String name, boolean constant, boolean choice) {
    Symbol symbol = new Symbol(symbols.size(), name, constant, choice);
    symbols.add(symbol);
    return symbol;
  }
}
