package dev.unprobed.app;

import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.repair.ConfTable;
import dev.unprobed.app.repair.Diff;
import dev.unprobed.app.repair.Repaired;
import dev.unprobed.app.repair.TreeCopy;
import dev.unprobed.app.repair.ValueChange;
import dev.unprobed.app.replay.TreeConf;
import dev.unprobed.app.replay.Unbuildable;
import dev.unprobed.app.report.Progress;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.nearest.Change;
import dev.unprobed.prove.nearest.Start;
import dev.unprobed.prove.repair.Impact;
import dev.unprobed.prove.repair.Repair;
import dev.unprobed.prove.repair.Repairer;
import dev.unprobed.prove.rule.Rule;
import dev.unprobed.prove.rule.Ruling;
import dev.unprobed.prove.rule.Statement;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.Verdict;
import dev.unprobed.prove.value.Possible;
import dev.unprobed.prove.value.Survey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Repairs what is broken about the platforms of one tree, and proves the repairs on a copy. */
final class RepairJob {
  private final ConfiguredTree tree;
  private final RulesJob job;
  private final Function<Path, ConfiguredTree> load;
  private final Limit limit;
  private final Progress progress;

  /**
   * For one tree.
   *
   * @param load loads a changed copy of it with the same options
   */
  RepairJob(
      ConfiguredTree tree,
      RulesJob job,
      Function<Path, ConfiguredTree> load,
      Limit limit,
      Progress progress) {
    this.tree = tree;
    this.job = job;
    this.load = load;
    this.limit = limit;
    this.progress = progress;
  }

  /** What is to be on, or modular, for one platform. */
  private record Wanted(Set<Symbol> always, Set<Symbol> modular, List<Statement> statements) {
    Wanted() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
    }
  }

  List<Repaired> repair(Verdicts verdicts) {
    Map<Symbol, Wanted> platforms = new LinkedHashMap<>();
    verdicts.rulings().forEach(judged -> note(platforms, judged.ruling()));
    List<Repaired> repaired = new ArrayList<>();
    platforms.forEach((platform, wanted) -> {
      if (!wanted.always.isEmpty() || !wanted.modular.isEmpty()) {
        repaired.add(repair(platform, wanted));
      }
    });
    return repaired;
  }

  /** A platform is a condition that is a single bool: what else could select? */
  private static void note(Map<Symbol, Wanted> platforms, Ruling ruling) {
    Rule rule = ruling.rule();
    if (!(rule.when() instanceof Condition.Value(Symbol platform))
        || platform.type() != SymbolType.BOOL) {
      return;
    }
    Wanted wanted = platforms.computeIfAbsent(platform, key -> new Wanted());
    wanted.statements.add(rule.statement());
    if (ruling.outcome() != Ruling.Outcome.BROKEN) {
      return;
    }
    switch (rule.claim()) {
      case Rule.Claim.Always(Symbol driver) -> wanted.always.add(driver);
      case Rule.Claim.Modular(Symbol driver) -> wanted.modular.add(driver);
      case Rule.Claim.Never _, Rule.Claim.Holds _, Rule.Claim.Implies _ -> {}
    }
  }

  private Repaired repair(Symbol platform, Wanted wanted) {
    progress.step("writing a repair for " + ByteText.readable(platform.displayName()));
    Repair repair =
        new Repairer(tree.loaded().tree(), job::text, limit)
            .repair(platform, List.copyOf(wanted.always), List.copyOf(wanted.modular));
    if (repair.patch().texts().isEmpty()) {
      return new Repaired(repair, "", null, 0, 0, List.of(), List.of(), true, List.of());
    }
    try (TreeCopy copy = TreeCopy.of(tree.workspace().tree(), repair.patch().texts())) {
      ConfiguredTree changed = load.apply(copy.folder());
      return prove(repair, wanted, changed);
    } catch (IOException e) {
      throw new KconfigException(
          Diagnostic.ofFile(
              ByteText.encode(tree.workspace().tree().toString()),
              "no-copy",
              "cannot copy the tree: " + Reason.of(e),
              null));
    }
  }

  private Repaired prove(Repair repair, Wanted wanted, ConfiguredTree changed) throws IOException {
    RulesJob after = new RulesJob(changed, wanted.statements, job.config());
    Verdicts verdicts = after.verdicts(limit, progress);
    List<Impact.Affected> affected = Impact.of(tree.loaded().tree(), changed.loaded().tree());
    String platform = repair.platform().displayName();
    progress.step("comparing what " + affected.size() + " symbols can be");
    Comparison onPlatform = compare(affected, changed, platform);
    Comparison anywhere = compare(affected, changed, null);
    int all = Model.of(changed.loaded().tree()).symbols().size();
    Set<Symbol> drivers = new LinkedHashSet<>(wanted.always);
    drivers.addAll(repair.freed());
    return new Repaired(
        repair,
        Diff.of(repair.patch()),
        verdicts,
        affected.size(),
        Math.max(0, all - affected.size()),
        onPlatform.changes,
        anywhere.changes,
        onPlatform.complete && anywhere.complete,
        tables(changed, after, platform, drivers));
  }

  private record Comparison(List<ValueChange> changes, boolean complete) {}

  private Comparison compare(
      List<Impact.Affected> affected, ConfiguredTree changed, @Nullable String when) {
    List<Symbol> old =
        affected.stream().map(Impact.Affected::before).filter(Objects::nonNull).toList();
    List<Symbol> now =
        affected.stream().map(Impact.Affected::after).filter(Objects::nonNull).toList();
    Map<String, Possible> before = values(tree, old, when);
    Map<String, Possible> after = values(changed, now, when);
    Map<String, ValueChange> changes = new TreeMap<>();
    boolean complete = true;
    for (Impact.Affected symbol : affected) {
      Possible was = before.get(symbol.name());
      Possible is = after.get(symbol.name());
      boolean decided = decided(was) && decided(is);
      complete &= decided;
      if (decided && !text(was).equals(text(is))) {
        String name = ByteText.readable(symbol.name());
        changes.put(name, new ValueChange(name, text(was), text(is)));
      }
    }
    return new Comparison(List.copyOf(changes.values()), complete);
  }

  private static boolean decided(@Nullable Possible possible) {
    return possible == null || possible.undecided().isEmpty();
  }

  private static String text(@Nullable Possible possible) {
    return possible == null
        ? "undefined"
        : ByteText.readable(
            possible.values().stream()
                .map(value -> value.isEmpty() ? "\"\"" : value)
                .collect(Collectors.joining(" ")));
  }

  private Map<String, Possible> values(
      ConfiguredTree of, List<Symbol> symbols, @Nullable String when) {
    Model model = Model.of(of.loaded().tree());
    Symbol condition =
        when == null ? model.tree().yes() : Objects.requireNonNull(model.tree().find(when));
    symbols.forEach(model::view);
    Survey survey =
        new Survey(
            model,
            model.value(condition).m(),
            lines -> of.evaluate("proof", ByteText.bytes(lines)),
            limit);
    Map<String, Possible> values = new HashMap<>();
    if (survey.satisfiable() == Verdict.SATISFIABLE) {
      survey.of(symbols).forEach(p -> values.put(p.symbol().displayName(), p));
    }
    return values;
  }

  private List<ConfTable> tables(
      ConfiguredTree changed, RulesJob after, String platform, Set<Symbol> drivers)
      throws IOException {
    Workspace workspace = changed.workspace();
    List<ConfTable> tables = new ArrayList<>();
    try (TreeConf conf =
        TreeConf.build(workspace.tree(), workspace.mainFile(), workspace.environment())) {
      for (Symbol driver : drivers) {
        progress.step("asking conf about " + ByteText.readable(driver.displayName()));
        tables.add(table(changed, after.start(), conf, platform, driver.displayName()));
      }
    } catch (Unbuildable _) {
      // The verdicts say already that conf was not asked, and why.
    }
    return tables;
  }

  private static ConfTable table(
      ConfiguredTree changed, Start start, TreeConf conf, String platform, String driver)
      throws IOException {
    var menu = changed.loaded().tree();
    Symbol symbol = Objects.requireNonNull(menu.find(driver));
    List<ConfTable.Row> rows = new ArrayList<>();
    for (String modules : List.of("y", "n")) {
      for (String asked : List.of("nothing", "y", "m", "n")) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(Objects.requireNonNull(menu.find(platform)), "", "y"));
        changes.add(new Change(menu.modules(), "", modules));
        changes.add(new Change(symbol, "", asked));
        String config = start.lines(changes);
        String line = start.prefix() + driver + "=nothing\n";
        String got = conf.olddefconfig(config.replace(line, "")).config();
        rows.add(new ConfTable.Row(modules, asked, value(got, start.prefix() + driver)));
      }
    }
    return new ConfTable(ByteText.readable(driver), rows);
  }

  private static String value(String config, String name) {
    return config
        .lines()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("n");
  }
}
