package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.tree.Expr.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes expressions, and each of them only once. An open hash table over (kind, id of left, id of
 * right), where the ids are those of expressions or of symbols, as the kind says.
 */
final class ExprPool {
  private static final int ID_BITS = 29;

  private final List<Expr> exprs = new ArrayList<>(1 << 15);
  private long[] keys = new long[1 << 16];
  private Expr[] slots = new Expr[1 << 16];

  int size() {
    return exprs.size();
  }

  Expr get(int id) {
    return exprs.get(id);
  }

  Expr symbol(Symbol symbol) {
    long key = key(Kind.SYMBOL, symbol.id, 0);
    int slot = slot(key);
    Expr found = slots[slot];
    return found != null ? found : add(slot, key, Expr.ofSymbol(exprs.size(), symbol));
  }

  Expr not(Expr operand) {
    long key = key(Kind.NOT, operand.id, 0);
    int slot = slot(key);
    Expr found = slots[slot];
    return found != null ? found : add(slot, key, Expr.ofNegation(exprs.size(), operand));
  }

  /** {@code kind} is OR or AND. */
  Expr two(Kind kind, Expr left, Expr right) {
    long key = key(kind, left.id, right.id);
    int slot = slot(key);
    Expr found = slots[slot];
    return found != null ? found : add(slot, key, Expr.ofExprs(kind, exprs.size(), left, right));
  }

  /** {@code kind} is a comparison or RANGE. */
  Expr compare(Kind kind, Symbol left, Symbol right) {
    long key = key(kind, left.id, right.id);
    int slot = slot(key);
    Expr found = slots[slot];
    return found != null ? found : add(slot, key, Expr.ofSymbols(kind, exprs.size(), left, right));
  }

  /** The conjunction, where an absent expression means y. */
  @Nullable Expr and(@Nullable Expr left, @Nullable Expr right) {
    if (left == null) {
      return right;
    }
    return right == null ? left : two(Kind.AND, left, right);
  }

  /** The disjunction as conf builds reverse dependencies: an absent expression is left out. */
  @Nullable Expr or(@Nullable Expr left, @Nullable Expr right) {
    if (left == null) {
      return right;
    }
    return right == null ? left : two(Kind.OR, left, right);
  }

  @SuppressWarnings("EnumOrdinal") // never leaves this table
  private static long key(Kind kind, int left, int right) {
    return (long) (kind.ordinal() + 1) << (2 * ID_BITS) | (long) left << ID_BITS | right;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private Expr add(int slot, long key, Expr expr) {
    keys[slot] = key;
    slots[slot] = expr;
    exprs.add(expr);
    if (exprs.size() * 2 > keys.length) {
      grow();
    }
    return expr;
  }

  private void grow() {
    long[] oldKeys = keys;
    Expr[] oldSlots = slots;
    keys = new long[oldKeys.length * 2];
    slots = Arrays.copyOf(new Expr[0], oldSlots.length * 2);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        slots[slot] = oldSlots[i];
      }
    }
  }
}
