package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The modes that 6.1's choices have in an old {@code auto.conf}. conf reads that file as it reads a
 * {@code .config}, and so warns of members that contradict each other.
 */
final class ChoiceModes {
  private final Map<Symbol, Integer> modes = new HashMap<>();

  /** Takes notice of a value; returns the warning that it deserves, if any. */
  @Nullable String accept(Symbol member, String value) {
    Symbol choice = member.owner();
    if (choice == null) {
      return null;
    }
    int logical = Math.max(Tristate.parse(value), Tristate.N);
    int mode = modes.getOrDefault(choice, Tristate.N);
    modes.put(choice, Math.max(mode, logical));
    if (logical == Tristate.M && mode == Tristate.Y) {
      return member.name() + " creates inconsistent choice state";
    }
    boolean changes = logical == Tristate.Y && mode != Tristate.N;
    return changes ? "override: " + member.name() + " changes choice state" : null;
  }
}
