package dev.unprobed.app.prove;

import dev.unprobed.kconfig.source.SourceFile;
import dev.unprobed.prove.rule.Ruling;
import java.util.List;
import java.util.function.Function;

/**
 * What is known of rules about one tree.
 *
 * @param title the tree, readable
 * @param architecture as in {@code ARCH=}, readable
 * @param start the configuration that examples change, readable
 * @param prefix of symbols in a configuration
 * @param remark why conf was not asked, readable; empty when it was
 * @param sources the Kconfig files by their names
 */
public record Verdicts(
    String title,
    String architecture,
    String start,
    String prefix,
    String remark,
    List<Judged> rulings,
    Function<String, SourceFile> sources) {
  public Verdicts {
    rulings = List.copyOf(rulings);
  }

  /** How many rules have an outcome. */
  public long count(Ruling.Outcome outcome) {
    return rulings.stream().filter(judged -> judged.ruling().outcome() == outcome).count();
  }
}
