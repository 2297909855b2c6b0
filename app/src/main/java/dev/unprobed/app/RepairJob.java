package dev.unprobed.app;

import dev.unprobed.app.prove.Judged;
import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.repair.Diff;
import dev.unprobed.app.repair.KernelFiles;
import dev.unprobed.app.repair.Repaired;
import dev.unprobed.app.repair.Repairs;
import dev.unprobed.app.repair.TreeCopy;
import dev.unprobed.app.repair.Wishes;
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
import dev.unprobed.prove.repair.Impact;
import dev.unprobed.prove.repair.Platform;
import dev.unprobed.prove.repair.Repair;
import dev.unprobed.prove.repair.Repairer;
import dev.unprobed.prove.repair.Wanted;
import dev.unprobed.prove.rule.Rule;
import dev.unprobed.prove.rule.Ruling;
import dev.unprobed.prove.rule.Statement;
import dev.unprobed.prove.sat.Limit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
    ValueComparison comparison = new ValueComparison(tree, changed, affected, platform, limit);
    ValueComparison.Result onPlatform = comparison.onPlatform();
    ValueComparison.Result anywhere = comparison.anywhere();
    int all = Model.of(changed.loaded().tree()).symbols().size();
    Set<Symbol> drivers = new LinkedHashSet<>(wanted.always());
    drivers.addAll(repair.freed());
    return new Repaired(
        repair,
        Diff.of(repair.patch()),
        verdicts,
        affected.size(),
        Math.max(0, all - affected.size()),
        onPlatform.changes(),
        anywhere.changes(),
        onPlatform.complete() && anywhere.complete(),
        new ConfAnswers(changed, after.start(), platform, progress).about(drivers));
  }
}
