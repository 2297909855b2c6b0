package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.tree.Symbol;

/** How a generation treats choices while values are being computed. */
interface ChoiceRules {
  /** Before the value of a symbol is computed. */
  void beforeValue(Symbol symbol);

  /**
   * Whether the choice decides the value of this member, instead of its user value and defaults.
   */
  boolean decides(Symbol member);

  /** The value that the choice gives to a member that it decides. */
  int memberValue(Symbol member);

  /** The visibility of one prompt, as far as a choice around the symbol limits it. */
  int limitVisibility(Symbol symbol, int visibility);

  /** After a choice itself got its value. */
  void chooseMember(Symbol choice);

  /** At the end of the computation of any symbol. */
  void afterValue(Symbol symbol);

  /** All user values were dropped. */
  void forget();

  /** A user value was set for a member: it is now the one the user wants most. */
  void prefer(Symbol member);

  /** Takes over what the user wants most from the rules of another evaluation. */
  void adopt(ChoiceRules other);

  /** A user value was taken back: the choice forgets what it said. */
  void withdraw(Symbol member);

  /** The member that is on when the user does not say. */
  @org.jspecify.annotations.Nullable
  Symbol defaultMember(Symbol choice);
}
