package dev.unprobed.app.diff;

import java.util.List;
import java.util.Optional;

/**
 * A symbol that differs.
 *
 * @param before as it stands in a {@code .config}; empty when side A does not define the symbol
 * @param after as it stands in a {@code .config}; empty when side B does not define the symbol
 * @param rose whether the value is higher on side B, or only there
 * @param how the rule that made the difference
 * @param because the symbols that made it, which differ too; empty for a root
 * @param rules how the files themselves differ, one sentence each; empty in one tree
 * @param where the first definition, {@code file:line}
 * @param prompt the question that a user sees, empty when there is none
 */
public record Change(
    String symbol,
    Optional<String> before,
    Optional<String> after,
    boolean rose,
    How how,
    List<String> because,
    List<String> rules,
    String where,
    String prompt) {

  /** Such as {@code y -> n}. */
  public String values() {
    return shown(before) + " -> " + shown(after);
  }

  /** Whether it was off, or not there, on both sides: of interest to nobody who builds. */
  public boolean idle() {
    return off(before) && off(after);
  }

  private static boolean off(Optional<String> value) {
    return value.isEmpty() || value.get().equals("n") || value.get().isEmpty();
  }

  private static String shown(Optional<String> value) {
    return value.isEmpty() ? "absent" : value.get().isEmpty() ? "no value" : value.get();
  }
}
