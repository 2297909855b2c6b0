package dev.unprobed.app;

import dev.unprobed.app.repair.ConfTable;
import dev.unprobed.app.replay.TreeConf;
import dev.unprobed.app.replay.Unbuildable;
import dev.unprobed.app.report.Progress;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.nearest.Change;
import dev.unprobed.prove.nearest.Start;
import dev.unprobed.prove.repair.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Asks a changed tree's own conf for each value of drivers, with and without modules.
 *
 * @param start the configuration in which that is asked
 * @param platform that is on
 */
record ConfAnswers(ConfiguredTree changed, Start start, Platform platform, Progress progress) {

  /** A table for each driver; none where conf cannot be built. */
  List<ConfTable> about(Collection<Symbol> drivers) throws IOException {
    Workspace workspace = changed.workspace();
    List<ConfTable> tables = new ArrayList<>();
    try (TreeConf conf =
        TreeConf.build(workspace.tree(), workspace.mainFile(), workspace.environment())) {
      for (Symbol driver : drivers) {
        progress.step("asking conf about " + ByteText.readable(driver.displayName()));
        tables.add(table(conf, driver.displayName()));
      }
    } catch (Unbuildable _) {
      // The verdicts say already that conf was not asked, and why.
    }
    return tables;
  }

  /** The symbols of that name in another tree. */
  static Platform in(MenuTree other, Platform platform) {
    return new Platform(
        platform.symbols().stream()
            .map(symbol -> Objects.requireNonNull(other.find(symbol.displayName())))
            .toList());
  }

  private ConfTable table(TreeConf conf, String driver) throws IOException {
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
