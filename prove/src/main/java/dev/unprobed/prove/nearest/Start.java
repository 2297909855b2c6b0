package dev.unprobed.prove.nearest;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.prove.model.Witness;
import dev.unprobed.prove.value.Replay;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration to start from, and what comes of changing it.
 *
 * @param evaluation its values, which nothing changes
 * @param config its file, a byte string
 */
public record Start(Evaluation evaluation, String config, Replay replay) {
  /** The configuration that a file becomes. */
  public static Start of(String file, Replay replay) {
    // Writing changes user values, so that the values come from an evaluation of their own.
    String config = new ConfigText(replay.evaluate(file), replay.prefix()).dotConfig();
    return new Start(replay.evaluate(config), config, replay);
  }

  /** What symbols begin with in the file. */
  public String prefix() {
    return replay.prefix();
  }

  /** What olddefconfig makes of the changed file. */
  Evaluation with(Collection<Change> changes) {
    return replay.evaluate(lines(changes));
  }

  /** The whole file that olddefconfig writes, as it is when it does not change any more. */
  String settled(Collection<Change> changes) {
    String config = lines(changes);
    for (int round = 0; round < 4; round++) {
      String written = new ConfigText(replay.evaluate(config), prefix()).dotConfig();
      if (written.equals(config)) {
        break;
      }
      config = written;
    }
    return config;
  }

  /** The changed file, before anything is made of it. */
  public String lines(Collection<Change> changes) {
    Set<String> starts =
        changes.stream().map(c -> prefix() + c.symbol().name()).collect(Collectors.toSet());
    StringBuilder lines = new StringBuilder(config.length());
    config
        .lines()
        .filter(line -> !starts.contains(name(line)))
        .forEach(line -> lines.append(line).append('\n'));
    changes.forEach(
        change -> lines.append(Witness.line(prefix(), change.symbol(), change.after())));
    return lines.toString();
  }

  /** The symbol that a line is about, with its prefix; the line itself when there is none. */
  private static String name(String line) {
    int from = line.startsWith("# ") ? 2 : 0;
    int to = line.indexOf(from == 2 ? ' ' : '=', from);
    return to < 0 ? line : line.substring(from, to);
  }
}
