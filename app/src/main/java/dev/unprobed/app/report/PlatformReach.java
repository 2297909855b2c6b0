package dev.unprobed.app.report;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;

/**
 * Names what platforms select or turn on by default.
 *
 * @param evaluation a configuration with all values computed
 */
public record PlatformReach(Evaluation evaluation) {
  /** The names, readable and sorted; none when the platform is no symbol of the tree. */
  public List<String> of(Platform platform) {
    Symbol symbol = evaluation.tree().find(ByteText.encode(platform.symbol()));
    if (symbol == null || !symbol.defined() || !symbol.type().logical()) {
      return List.of();
    }
    Evaluation without = Without.of(symbol, evaluation);
    return new Reach(symbol, evaluation, without)
        .ways().keySet().stream()
            .map(reached -> ByteText.readable(reached.displayName()))
            .sorted()
            .toList();
  }
}
