package dev.unprobed.bench.sound;

import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.library.Trees;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.parse.TreeLoader.Loaded;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.Target;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.LogicNgSolver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One tree with the formula of all its symbols.
 *
 * @param symbols all that have a type
 */
record Subject(
    Place place,
    Loaded loaded,
    Map<String, String> environment,
    Model model,
    List<Symbol> symbols,
    Engine engine) {

  static final String PREFIX = "CONFIG_";

  static Subject of(Place place, Trees trees) {
    Map<String, String> environment = place.environment().variables();
    Loaded loaded = trees.loaded(environment);
    Model model = Model.of(loaded.tree());
    List<Symbol> symbols =
        model.symbols().stream().filter(symbol -> symbol.type() != SymbolType.UNKNOWN).toList();
    symbols.forEach(model::view);
    Engine engine = new Engine(model.cnf(), new LogicNgSolver());
    return new Subject(place, loaded, environment, model, symbols, engine);
  }

  /** The values that olddefconfig gives to a configuration, by our own evaluator. */
  Evaluation evaluate(String config) {
    Path source = place.tree().folder();
    ConfSession session =
        new ConfSession(
            new WorkFiles(source, source),
            environment::get,
            Messages.NONE,
            ConfSession.Answers.NONE,
            true);
    return new Conf(loaded, session, Target.OLDDEFCONFIG, null, null)
        .evaluate(".config", ByteText.bytes(config));
  }

  /** The whole {@code .config} that an evaluation comes to. */
  static String written(Evaluation evaluation) {
    return new ConfigText(evaluation, PREFIX).dotConfig();
  }

  /** For people: {@code 6.1 arm64}. */
  String name() {
    return place.tree().name() + " " + place.arch().name();
  }
}
