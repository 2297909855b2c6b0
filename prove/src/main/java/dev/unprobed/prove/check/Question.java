package dev.unprobed.prove.check;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a check asks about one line or symbol: whether a situation occurs in some configuration.
 *
 * @param effect what conf has to do where the situation occurs, which is a finding then; absent
 *     when it is a finding that it occurs nowhere
 * @param text of the line, which tells it from others of the symbol and does not change when lines
 *     move
 * @param situation the literal that is true where it occurs
 * @param conditions what has to be so for the answer to be worth telling
 * @param message what a finding says, one sentence without a full stop
 * @param about expressions whose symbols explain the answer
 */
public record Question(
    Check check,
    Level level,
    @Nullable Effect effect,
    Location location,
    Symbol symbol,
    String text,
    ToIntFunction<Encoding> situation,
    List<Given> conditions,
    String message,
    List<Expr> about) {

  /**
   * Another situation.
   *
   * @param possible whether it has to occur in some configuration, else in none
   */
  record Given(ToIntFunction<Encoding> situation, boolean possible) {}

  public Question {
    conditions = List.copyOf(conditions);
    about = List.copyOf(about);
  }

  /** Whether it is a finding that the situation occurs; else that it does not. */
  boolean bad() {
    return effect != null;
  }

  /** What its finding would be recognised by. */
  Finding.Key key() {
    return new Finding.Key(check.name(), symbol.displayName(), text);
  }

  /** A situation without which others are not worth telling. */
  static Given where(ToIntFunction<Encoding> situation) {
    return new Given(situation, true);
  }

  /** The expressions that are there. */
  static List<Expr> exprs(@Nullable Expr... exprs) {
    List<Expr> present = new ArrayList<>();
    for (Expr expr : exprs) {
      if (expr != null) {
        present.add(expr);
      }
    }
    return present;
  }
}
