package dev.unprobed.app.reclaim;

import dev.unprobed.app.ExitStatus;
import dev.unprobed.reclaim.patch.Change;
import dev.unprobed.reclaim.patch.KernelPatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code unprobed reclaim apply}: bring the kernel's side into a source tree. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Bring the kernel's side into a source tree: new files, and edits of a line or two.",
      "",
      "  unprobed reclaim apply --tree linux/                   then build with CONFIG_UNPROBED=y",
      "  unprobed reclaim apply --tree linux/ --diff out.patch  write a diff, leave the tree alone",
      "",
      "Applying twice changes nothing. Without CONFIG_UNPROBED the kernel is the same, byte for"
          + " byte. Exit status 0: the edits are in place, 2: a file does not have what an edit looks"
          + " for.",
      ""
    })
final class ApplyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--tree",
      required = true,
      paramLabel = "DIR",
      description = "The top of a kernel source tree.")
  Path tree = Path.of("");

  @Option(
      names = "--diff",
      paramLabel = "FILE",
      description = "Write the changes there, as patch -p1 takes them, and leave the tree alone.")
  @Nullable Path diff;

  @Override
  public Integer call() throws IOException {
    KernelPatch patch = KernelPatch.of(tree);
    List<Change> changes = patch.changes();
    if (diff != null) {
      // The texts have a character for a byte.
      NewFile.write(diff, UnifiedDiff.of(changes), StandardCharsets.ISO_8859_1);
    } else {
      patch.apply();
    }
    tell(changes);
    return ExitStatus.HOLDS.code();
  }

  private void tell(List<Change> changes) {
    PrintWriter out = spec.commandLine().getOut();
    for (Change change : changes) {
      out.println((change.before().isEmpty() ? "new     " : "edited  ") + change.file());
    }
    out.println(changes.isEmpty() ? "nothing to do: all edits are in place" : summary(changes));
    out.flush();
  }

  private String summary(List<Change> changes) {
    long fresh = changes.stream().filter(change -> change.before().isEmpty()).count();
    String where = diff == null ? "in " + tree : "as a diff in " + diff;
    return "%d new files, %d edited, %s".formatted(fresh, changes.size() - fresh, where);
  }
}
