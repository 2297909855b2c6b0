package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.app.fromdtb.BoardConfig;
import dev.unprobed.app.fromdtb.BoardDrivers;
import dev.unprobed.app.fromdtb.BoardNode;
import dev.unprobed.app.fromdtb.BoardNodes;
import dev.unprobed.app.fromdtb.Catalog;
import dev.unprobed.app.fromdtb.Fragment;
import dev.unprobed.app.fromdtb.Need;
import dev.unprobed.app.fromdtb.Needs;
import dev.unprobed.app.merge.Loss;
import dev.unprobed.app.merge.Losses;
import dev.unprobed.app.merge.Merged;
import dev.unprobed.app.merge.Merging;
import dev.unprobed.app.merge.Request;
import dev.unprobed.app.merge.Survival;
import dev.unprobed.app.replay.Referee;
import dev.unprobed.app.report.Progress;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.explain.ExplanationText;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.kbuild.Remark;
import dev.unprobed.kernel.source.SourceIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes from device trees over sources and makefiles to lines of a configuration. */
final class FromDtbJob {
  private static final String FRAGMENT = "fragment";

  private final ConfiguredTree tree;
  private final Configured given;
  private final Configured base;
  private final boolean modules;

  /** Builds on the whole configuration, in which each symbol has a line that holds it down. */
  FromDtbJob(ConfiguredTree tree, Configured given, boolean modules) {
    this.tree = tree;
    this.given = given;
    this.base = tree.configure(given.name(), whole(tree, given.name(), given.content()));
    this.modules = modules;
  }

  private static byte[] whole(ConfiguredTree tree, String name, byte[] content) {
    return ByteText.bytes(new ConfigText(tree.evaluate(name, content), tree.prefix()).dotConfig());
  }

  BoardConfig run(List<Path> blobs) {
    List<List<BoardNode>> boards = blobs.stream().map(FromDtbJob::nodes).toList();
    try (Progress progress = Progress.ofProcess(System.getenv())) {
      progress.step("reading makefiles");
      BuildPlan plan = BuildPlan.read(tree.workspace().tree(), arch(), this::text);
      progress.step("reading sources");
      SourceIndex index = SourceIndex.read(tree.workspace().tree(), plan, _ -> true);
      Catalog catalog = Catalog.of(plan, index);
      List<Need> needs = new ArrayList<>();
      boards.forEach(nodes -> needs.addAll(Needs.of(nodes, catalog)));
      progress.step("looking for values that survive");
      BoardDrivers drivers = BoardDrivers.choose(needs, base.evaluation(), modules);
      Fragment fragment = new Fragment(lines -> evaluate(merged(base, lines)));
      fragment.bring(drivers.all());
      return config(blobs, plan, drivers, fragment);
    }
  }

  private static List<BoardNode> nodes(Path blob) {
    try {
      return BoardNodes.of(DeviceTree.read(Bytes.of(blob)));
    } catch (IOException e) {
      throw wrong(blob.toString(), "unreadable", "cannot read the file: " + e.getMessage(), "");
    } catch (MalformedInput e) {
      String hint = e.hint();
      throw wrong(
          blob.toString(), e.check(), String.valueOf(e.getMessage()), hint == null ? "" : hint);
    }
  }

  private static KconfigException wrong(String file, String check, String message, String hint) {
    return new KconfigException(
        Diagnostic.ofFile(
            ByteText.encode(file), check, ByteText.encode(message), hint.isEmpty() ? null : hint));
  }

  private String arch() {
    return ByteText.readable(tree.workspace().sourceArchitecture());
  }

  /** Numbers and texts are as the configuration has them; switches are open. */
  private Optional<String> text(String name) {
    return Optional.ofNullable(tree.loaded().tree().find(name))
        .filter(symbol -> symbol.defined() && !symbol.type().logical())
        .map(symbol -> ByteText.readable(base.evaluation().text(symbol)));
  }

  private Merged merged(Configured to, Map<String, String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> text.append(line(name, value)).append('\n'));
    return new Merging(tree.prefix())
        .add(ByteText.encode(to.name()), to.content(), true)
        .add(FRAGMENT, ByteText.bytes(ByteText.encode(text.toString())), false)
        .merged();
  }

  private String line(String name, String value) {
    Symbol symbol = tree.loaded().tree().find(name);
    return symbol == null
        ? tree.prefix() + name + "=" + value
        : ByteText.readable(
            ExplanationText.assignment(tree.prefix(), symbol, ByteText.encode(value)));
  }

  private Evaluation evaluate(Merged merged) {
    return tree.evaluate(base.name(), merged.content());
  }

  private BoardConfig config(
      List<Path> blobs, BuildPlan plan, BoardDrivers drivers, Fragment fragment) {
    Merged merged = merged(base, fragment.lines());
    List<Loss> losses = losses(merged, fragment.evaluation());
    if (losses.isEmpty()) {
      // A default configuration leaves more open than the whole one that comes of it.
      Merged open = merged(given, fragment.lines());
      losses = losses(open, evaluate(open));
    }
    var outcomes = drivers.outcomes(fragment.evaluation(), fragment.onlyCompiled());
    Workspace workspace = tree.workspace();
    try (Referee referee =
        Referee.of(workspace.tree(), workspace.mainFile(), workspace.environment())) {
      Referee.Judgement judgement = judgement(referee, merged);
      return new BoardConfig(
          base.name(),
          blobs.stream().map(blob -> String.valueOf(blob.getFileName())).toList(),
          outcomes,
          new LinkedHashMap<>(fragment.lines()),
          drivers.reasons(),
          losses,
          judgement,
          judgement == Referee.Judgement.NOT_ASKED ? referee.remark() : "",
          plan.remarks().stream().map(Remark::toString).toList());
    }
  }

  /** Whether conf makes the same of configuration and fragment as we do. */
  private Referee.Judgement judgement(Referee referee, Merged merged) {
    byte[] ours = whole(tree, base.name(), merged.content());
    return referee
        .ask(ByteText.of(merged.content()))
        .map(answer -> answer.status() == 0 && answer.config().equals(ByteText.of(ours)))
        .map(same -> same ? Referee.Judgement.CONFIRMED : Referee.Judgement.CONTRADICTED)
        .orElse(Referee.Judgement.NOT_ASKED);
  }

  private List<Loss> losses(Merged merged, Evaluation evaluation) {
    var generation = tree.loaded().tree().generation();
    Map<String, Request> requests = merged.requests(generation, tree.prefix());
    Survival survival = new Survival(evaluation);
    Explainer explainer = Explainer.of(evaluation, merged.origins(generation, tree.prefix()));
    Losses losses = new Losses(explainer, requests, Map.of());
    return requests.values().stream()
        .filter(request -> !request.line().base() && !survival.survived(request))
        .map(losses::of)
        .toList();
  }
}
