package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an evaluation knows of each symbol, in arrays by symbol id. */
final class State {
  /** The value is up to date. */
  static final byte VALID = 1;

  /** The symbol belongs into the {@code .config}. */
  static final byte WRITE = 2;

  /** There is a user value. */
  static final byte USER = 4;

  /**
   * The members of this choice, or of the choice around this symbol, have to be set first
   * (all*config of 6.1).
   */
  static final byte SET_MEMBERS_FIRST = 8;

  /** There was a user value, which conf forgot while it computed values. */
  static final byte USER_BEFORE = 16;

  final MenuTree tree;
  final byte[] flags;
  final byte[] logical;
  final byte[] visible;
  final byte[] direct;
  final byte[] reverse;
  final byte[] weak;
  final @Nullable String[] text;
  final @Nullable Symbol[] chosen;
  final byte[] userLogical;
  final @Nullable String[] userText;
  final @Nullable Symbol[] userChosen;
  final byte[] propertyVisible;

  /** What MODULES was when it was last computed; decides whether a tristate can be m. */
  int modules;

  State(MenuTree tree) {
    int symbols = tree.symbolCount();
    this.tree = tree;
    flags = new byte[symbols];
    logical = new byte[symbols];
    visible = new byte[symbols];
    direct = new byte[symbols];
    reverse = new byte[symbols];
    weak = new byte[symbols];
    text = new String[symbols];
    chosen = new Symbol[symbols];
    userLogical = new byte[symbols];
    userText = new String[symbols];
    userChosen = new Symbol[symbols];
    propertyVisible = new byte[tree.propertyCount()];
    setConstants();
  }

  private void setConstants() {
    setConstant(tree.yes(), Tristate.Y);
    setConstant(tree.mod(), Tristate.M);
    setConstant(tree.no(), Tristate.N);
  }

  private void setConstant(Symbol constant, int value) {
    flags[constant.id()] = VALID;
    logical[constant.id()] = (byte) value;
    text[constant.id()] = Tristate.text(value);
  }

  /** Copies the user values of another state of the same tree; nothing else is known then. */
  void adoptUserValues(State other) {
    forgetValues();
    for (int id = 0; id < flags.length; id++) {
      boolean user = (other.flags[id] & (USER | USER_BEFORE)) != 0;
      flags[id] = user ? USER : 0;
    }
    setConstants();
    System.arraycopy(other.userLogical, 0, userLogical, 0, flags.length);
    System.arraycopy(other.userText, 0, userText, 0, flags.length);
    System.arraycopy(other.userChosen, 0, userChosen, 0, flags.length);
  }

  /** Old values show where a symbol is looked at before it is computed. */
  private void forgetValues() {
    for (byte[] values : List.of(logical, visible, direct, reverse, weak, propertyVisible)) {
      Arrays.fill(values, (byte) 0);
    }
    Arrays.fill(text, null);
    Arrays.fill(chosen, null);
    modules = Tristate.N;
  }

  boolean has(Symbol symbol, byte flag) {
    return (flags[symbol.id()] & flag) != 0;
  }

  void set(Symbol symbol, byte flag) {
    flags[symbol.id()] |= flag;
  }

  void clear(Symbol symbol, byte flag) {
    flags[symbol.id()] &= (byte) ~flag;
  }

  /** Drops a user value because of what came of it; it is remembered that there was one. */
  void setUserValueAside(Symbol symbol) {
    if (has(symbol, USER)) {
      clear(symbol, USER);
      set(symbol, USER_BEFORE);
    }
  }

  /** The type that a symbol has at the moment: a tristate that cannot be m is a bool. */
  SymbolType type(Symbol symbol) {
    SymbolType type = symbol.type();
    if (type != SymbolType.TRISTATE) {
      return type;
    }
    boolean singleMember =
        symbol.owner() != null
            && !tree.generation().choicesByPriority()
            && visible[symbol.id()] == Tristate.Y;
    return singleMember || modules == Tristate.N ? SymbolType.BOOL : type;
  }

  /**
   * The value as text: n, m or y, or what an int, hex or string holds; absent before it was
   * computed.
   */
  @Nullable String valueText(Symbol symbol) {
    return symbol.type().logical() ? Tristate.text(logical[symbol.id()]) : text[symbol.id()];
  }
}
