package dev.unprobed.app;

import dev.unprobed.app.prove.Judged;
import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.repair.ConfTable;
import dev.unprobed.app.repair.Diff;
import dev.unprobed.app.repair.KernelFiles;
import dev.unprobed.app.repair.Repaired;
import dev.unprobed.app.repair.Repairs;
import dev.unprobed.app.repair.TreeCopy;
import dev.unprobed.app.repair.ValueChange;
import dev.unprobed.app.repair.Wishes;
import dev.unprobed.app.replay.TreeConf;
import dev.unprobed.app.replay.Unbuildable;
import dev.unprobed.app.report.Progress;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.driver.DriverCode;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.nearest.Change;
import dev.unprobed.prove.nearest.Start;
import dev.unprobed.prove.repair.Impact;
import dev.unprobed.prove.repair.Platform;
import dev.unprobed.prove.repair.Repair;
import dev.unprobed.prove.repair.Repairer;
import dev.unprobed.prove.repair.Wanted;
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
import java.util.HashSet;
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
  private final DriverCode code;

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
    MenuTree menu = tree.loaded().tree();
    code = new DriverCode(new KernelFiles(tree.workspace().tree()), name -> bool(menu.find(name)));
  }

  private static boolean bool(@Nullable Symbol symbol) {
    return symbol != null && symbol.type() == SymbolType.BOOL;
  }

  Repairs repair(Verdicts verdicts) {
    Wishes wishes = Wishes.of(verdicts.rulings());
    return new Repairs(wishes.wishes().stream().map(this::repair).toList(), wishes.notTried());
  }

  private Repaired repair(Wishes.Wish wish) {
    Repaired repaired = repair(wish.wanted(), wish.statements());
    List<Symbol> hopeless = unproved(repaired);
    if (hopeless.isEmpty()) {
      return repaired;
    }
    Wanted wanted = wish.wanted();
    return repair(
        new Wanted(wanted.platform(), wanted.always(), wanted.modular(), hopeless),
        wish.statements());
  }

  /** Members of choices that can be n all the same. */
  private static List<Symbol> unproved(Repaired repaired) {
    Verdicts after = repaired.after();
    List<Symbol> pinned = repaired.repair().pinned();
    if (after == null || pinned.isEmpty()) {
      return List.of();
    }
    // The copy has symbols of its own, of the same names.
    Set<String> broken = new HashSet<>();
    for (Judged judged : after.rulings()) {
      boolean holds = judged.ruling().outcome() == Ruling.Outcome.HOLDS;
      if (!holds && judged.ruling().rule().claim() instanceof Rule.Claim.Always(Symbol driver)) {
        broken.add(driver.displayName());
      }
    }
    return pinned.stream().filter(driver -> broken.contains(driver.displayName())).toList();
  }

  private Repaired repair(Wanted wanted, List<Statement> statements) {
    progress.step("writing a repair for " + ByteText.readable(wanted.platform().text()));
    Repair repair = new Repairer(tree.loaded().tree(), job::text, code, limit).repair(wanted);
    if (repair.patch().texts().isEmpty()) {
      return new Repaired(repair, "", null, 0, 0, List.of(), List.of(), true, List.of());
    }
    try (TreeCopy copy = TreeCopy.of(tree.workspace().tree(), repair.patch().texts())) {
      ConfiguredTree changed = load.apply(copy.folder());
      return prove(repair, wanted, statements, changed);
    } catch (IOException e) {
      throw new KconfigException(
          Diagnostic.ofFile(
              ByteText.encode(tree.workspace().tree().toString()),
              "no-copy",
              "cannot copy the tree: " + Reason.of(e),
              null));
    }
  }

  private Repaired prove(
      Repair repair, Wanted wanted, List<Statement> statements, ConfiguredTree changed)
      throws IOException {
    RulesJob after = new RulesJob(changed, statements, job.config());
    Verdicts verdicts = after.verdicts(limit, progress);
    List<Impact.Affected> affected = Impact.of(tree.loaded().tree(), changed.loaded().tree());
    Platform platform = repair.platform();
    progress.step("comparing what " + affected.size() + " symbols can be");
    Comparison onPlatform = compare(affected, changed, platform);
    Comparison anywhere = compare(affected, changed, null);
    int all = Model.of(changed.loaded().tree()).symbols().size();
    Set<Symbol> drivers = new LinkedHashSet<>(wanted.always());
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
      List<Impact.Affected> affected, ConfiguredTree changed, @Nullable Platform when) {
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
      ConfiguredTree of, List<Symbol> symbols, @Nullable Platform when) {
    Model model = Model.of(of.loaded().tree());
    symbols.forEach(model::view);
    int condition =
        when == null ? model.value(model.tree().yes()).m() : in(model.tree(), when).literal(model);
    Survey survey = new Survey(model, condition, new TreeReplay(of), limit);
    Map<String, Possible> values = new HashMap<>();
    if (survey.satisfiable() == Verdict.SATISFIABLE) {
      survey.of(symbols).forEach(p -> values.put(p.symbol().displayName(), p));
    }
    return values;
  }

  /** The symbols of that name in another tree. */
  private static Platform in(MenuTree other, Platform platform) {
    return new Platform(
        platform.symbols().stream()
            .map(symbol -> Objects.requireNonNull(other.find(symbol.displayName())))
            .toList());
  }

  private List<ConfTable> tables(
      ConfiguredTree changed, RulesJob after, Platform platform, Set<Symbol> drivers)
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
      ConfiguredTree changed, Start start, TreeConf conf, Platform platform, String driver)
      throws IOException {
    var menu = changed.loaded().tree();
    Symbol symbol = Objects.requireNonNull(menu.find(driver));
    List<ConfTable.Row> rows = new ArrayList<>();
    for (String modules : List.of("y", "n")) {
      for (String asked : List.of("nothing", "y", "m", "n")) {
        List<Change> changes = new ArrayList<>();
        in(menu, platform).symbols().forEach(on -> changes.add(new Change(on, "", "y")));
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
