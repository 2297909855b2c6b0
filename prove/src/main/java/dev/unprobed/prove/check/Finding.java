package dev.unprobed.prove.check;

import dev.unprobed.kconfig.source.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a tree. Texts are byte strings.
 *
 * @param location of the line
 * @param symbol whose definition the line belongs to
 * @param text of the line, which stays the same when it moves
 * @param message one sentence without a full stop
 * @param reason why it is so, such as {@code "ARM is not defined"}; empty when there is no short
 *     one
 * @param example a configuration that shows it; absent for what was proved for all of them
 * @param effect what conf has to do with the example; absent when there is none
 * @param values of symbols that matter in the example
 */
public record Finding(
    Check check,
    Level level,
    Location location,
    String symbol,
    String text,
    String message,
    String reason,
    @Nullable Example example,
    @Nullable Effect effect,
    SequencedMap<String, String> values) {
  public Finding {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /** What makes this the same finding after lines have moved. */
  public Key key() {
    return new Key(check.name(), symbol, text);
  }

  /**
   * What findings are recognised by.
   *
   * @param check its name
   */
  public record Key(String check, String symbol, String text) {}
}
