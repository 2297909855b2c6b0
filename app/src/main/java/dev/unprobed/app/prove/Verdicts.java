package dev.unprobed.app.prove;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.SourceFile;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.rule.Ruling;
import dev.unprobed.prove.rule.Statement;
import java.util.List;
import java.util.Locale;
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

  /** What a ruling that is not good is recognised by after lines have moved. */
  public Finding.Key key(Ruling ruling) {
    return key(ruling, ruling.outcome());
  }

  /** The same if the ruling had another outcome. */
  public Finding.Key key(Ruling ruling, Ruling.Outcome outcome) {
    Statement statement = ruling.rule().statement();
    Snippet when = statement.when();
    return new Finding.Key(
        statement.kind().text(),
        statement.subject().part(),
        outcome.name().toLowerCase(Locale.ROOT)
            + (architecture.isEmpty() ? "" : " on " + ByteText.encode(architecture))
            + (when == null ? "" : " when " + when.part()));
  }

  /** The rulings that say something bad, or too little. */
  public List<Judged> bad() {
    return rulings.stream()
        .filter(judged -> judged.ruling().outcome() != Ruling.Outcome.HOLDS)
        .toList();
  }

  /** How many rules have an outcome. */
  public long count(Ruling.Outcome outcome) {
    return rulings.stream().filter(judged -> judged.ruling().outcome() == outcome).count();
  }
}
