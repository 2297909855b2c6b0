package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.Optional;

/**
 * Why a symbol has its value.
 *
 * @param value n, m or y; the text of an int, hex or string; the name of an undefined symbol
 * @param visibility up to which value the user can set the symbol; 0 when its prompt is hidden
 * @param dependency the value of the direct dependencies, 0 to 2; it does not stop a select
 * @param cause the rule that gave the value
 * @param promotion why m became y, if it did
 * @param ignored the user's value, if there is one that does not count because the prompt is hidden
 * @param hidden what hides the prompts, or keeps them at m; empty when the user can say y, or when
 *     there is no prompt
 * @param selects every select of the symbol that acts, the strongest first
 * @param implies every imply of the symbol that acts, the strongest first
 */
public record Explanation(
    Symbol symbol,
    String value,
    int visibility,
    int dependency,
    List<Definition> definitions,
    Cause cause,
    Optional<Promotion> promotion,
    Optional<String> ignored,
    List<Gate> hidden,
    List<Link> selects,
    List<Link> implies) {

  /** Why m became y. */
  public enum Promotion {
    /** The symbol is a bool. */
    BOOL,
    /** The kernel has no modules. */
    NO_MODULES
  }

  /** Whether selects lifted the symbol above its dependencies, of which conf warns. */
  public boolean dependenciesUnmet() {
    return cause instanceof Cause.BySelect && dependency < selects.getFirst().strength();
  }

  /** Whether some definition has a prompt. */
  public boolean hasPrompt() {
    return definitions.stream().anyMatch(definition -> !definition.prompt().isEmpty());
  }
}
