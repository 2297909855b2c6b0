package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.Target;
import dev.unprobed.kconfig.tree.Symbol;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tree and a configuration that are only texts. */
public final class World {
  private final Generation generation;
  private final TreeLoader.Loaded loaded;
  private final byte[] config;
  private final Evaluation evaluation;
  private final Explainer explainer;

  private World(Generation generation, TreeLoader.Loaded loaded, String config) {
    this.generation = generation;
    this.loaded = loaded;
    this.config = ByteText.bytes(config);
    this.evaluation = evaluate(config);
    Origins origins = Origins.ofFile(loaded.tree(), "CONFIG_", ".config", this.config);
    this.explainer = Explainer.of(evaluation, origins);
  }

  /** With the rules of 6.1. */
  static World of(String kconfig, String... config) {
    return of(Generation.LINUX_6_1, kconfig, config);
  }

  static World of(Generation generation, String kconfig, String... config) {
    return of(generation, Map.of("Kconfig", kconfig), String.join("\n", config) + "\n");
  }

  /**
   * A tree of several files, and its configuration.
   *
   * @param files by their names, the first of them called {@code Kconfig}
   */
  public static World of(Generation generation, Map<String, String> files, String config) {
    TreeLoader loader =
        new TreeLoader(
            generation,
            "Kconfig",
            name -> {
              String text = files.get(name);
              return text == null ? null : ByteText.bytes(text);
            },
            variable -> variable.equals("TITLE") ? "tests" : null);
    return new World(generation, loader.load(command -> "", Messages.NONE), config);
  }

  /** The values that olddefconfig gives to a configuration. */
  public Evaluation evaluate(String content) {
    WorkFiles nowhere = new WorkFiles(Path.of("nowhere"), null);
    ConfSession session =
        new ConfSession(
            nowhere,
            Map.<String, @Nullable String>of()::get,
            Messages.NONE,
            ConfSession.Answers.NONE,
            true);
    Conf conf = new Conf(loaded, session, Target.OLDDEFCONFIG, null, null);
    return conf.evaluate(".config", ByteText.bytes(content));
  }

  public Explainer explainer() {
    return explainer;
  }

  public Evaluation evaluation() {
    return evaluation;
  }

  Generation generation() {
    return generation;
  }

  /** The configuration as text. */
  public String config() {
    return ByteText.of(config);
  }

  Symbol symbol(String name) {
    return Objects.requireNonNull(loaded.tree().find(name), name);
  }

  Explanation why(String name) {
    return explainer.why(symbol(name));
  }

  Cause cause(String name) {
    return why(name).cause();
  }

  Outcome ask(String name, String wanted) {
    return explainer.ask(symbol(name), wanted);
  }

  /** The only obstacle. */
  Obstacle obstacle(String name, String wanted) {
    List<Obstacle> obstacles = explainer.against(symbol(name), wanted);
    if (obstacles.size() != 1) {
      throw new AssertionError(name + "=" + wanted + ": " + obstacles);
    }
    return obstacles.getFirst();
  }

  /** The explanation for people. */
  String text(String name) {
    return new ExplanationText(80).of(why(name));
  }
}
