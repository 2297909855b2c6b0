package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.app.fromdtb.Catalog;
import dev.unprobed.app.fromdtb.Remedies;
import dev.unprobed.app.fromdtb.Remedy;
import dev.unprobed.board.Board;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.source.SourceIndex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What would serve nodes that have no driver. The sources are read when somebody asks first. */
final class LiveRemedies {
  private final ConfiguredTree tree;
  private final Configured base;
  private @Nullable Catalog catalog;

  LiveRemedies(ConfiguredTree tree, Configured base) {
    this.tree = tree;
    this.base = base;
  }

  /**
   * By path of the node.
   *
   * @param nodes paths of those that lack a driver
   */
  Map<String, Remedy> of(Board board, Set<String> nodes) {
    return Remedies.of(
            catalog(),
            base.evaluation(),
            values -> BoardSources.changed(tree, base, values),
            List.of(new Remedies.Ill(board.tree(), nodes)))
        .getFirst();
  }

  private Catalog catalog() {
    Catalog known = catalog;
    if (known != null) {
      return known;
    }
    String arch = ByteText.readable(tree.workspace().sourceArchitecture());
    BuildPlan plan = BuildPlan.read(tree.workspace().tree(), arch);
    Catalog now = Catalog.of(plan, SourceIndex.read(tree.workspace().tree(), plan, _ -> true));
    catalog = now;
    return now;
  }
}
