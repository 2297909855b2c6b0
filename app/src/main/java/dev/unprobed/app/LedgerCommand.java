package dev.unprobed.app;

import dev.unprobed.app.ledger.Statement;
import dev.unprobed.app.ledger.StatementCsv;
import dev.unprobed.app.ledger.StatementJson;
import dev.unprobed.app.ledger.StatementText;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kernel.KernelReader;
import dev.unprobed.kernel.ledger.Change;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Ledgers;
import dev.unprobed.kernel.ledger.Row;
import dev.unprobed.kernel.ledger.View;
import dev.unprobed.kernel.tree.BuildTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unprobed ledger}: whose bytes a kernel's are. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = {
      "Tell who owns the bytes of a kernel: each has one owner, and the rows add up to the file.",
      "",
      "  unprobed ledger --kernel build/                      by unit, the largest first",
      "  unprobed ledger --kernel build/ --by class           text, data, strings, tables, ...",
      "  unprobed ledger --kernel build/ --by symbol          the Kconfig symbols that put it there",
      "  unprobed ledger --kernel build/ --by platform        what would be gone with a platform",
      "  unprobed ledger --kernel build/ --against build-old/ what grew, and what shrank",
      "  unprobed ledger --kernel build/ --by module          pages of each module when loaded",
      "",
      "file: bytes of the image; memory: when it is loaded; booted: without what is freed at the end"
          + " of boot. Exit status 0: the ledger is there, 2: the input is wrong, 3: it does not add"
          + " up, which is a bug.",
      ""
    })
final class LedgerCommand implements Callable<Integer> {
  @Option(
      names = "--kernel",
      required = true,
      paramLabel = "PATH",
      description = "A build tree, an image as in /boot, or a module.")
  @Nullable Path kernel;

  @Option(
      names = "--against",
      paramLabel = "PATH",
      description = "Tell instead what --kernel has more or less than this one.")
  @Nullable Path against;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description =
          "unit, directory, class, symbol, platform, module, or wrapping (what the boot file is"
              + " made of). Default: ${DEFAULT-VALUE}.")
  String by = "unit";

  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Folders of --by directory. Default: ${DEFAULT-VALUE}.")
  int depth = 2;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Rows of the text; the others are one row. Default: ${DEFAULT-VALUE}.")
  int top = 40;

  @Option(names = "--json", description = "For programs: every row, as JSON.")
  boolean json;

  @Option(names = "--csv", description = "For spreadsheets: every row, with its classes.")
  boolean csv;

  private static final Set<String> VIEWS =
      Set.of("unit", "directory", "class", "symbol", "platform", "module", "wrapping");

  @Override
  public Integer call() throws IOException {
    if (!VIEWS.contains(by)) {
      throw wrong(
          "ledger",
          "no-such-view",
          "there is no view by " + by,
          "try unit, directory, class, symbol, platform, module or wrapping");
    }
    Statement statement = read(kernel);
    Console console = Console.ofProcess();
    if (against != null) {
      console.say(changes(read(against), statement).stripTrailing());
    } else {
      console.say(text(statement).stripTrailing());
    }
    return ExitStatus.HOLDS.code();
  }

  private String text(Statement statement) {
    return json
        ? StatementJson.of(statement)
        : csv ? StatementCsv.of(statement) : StatementText.of(statement, Math.max(0, top));
  }

  private String changes(Statement before, Statement after) {
    List<Change> changes = View.compare(before.rows(), after.rows());
    return json
        ? StatementJson.ofChanges(before, after, changes)
        : csv
            ? StatementCsv.ofChanges(after.by(), changes)
            : StatementText.ofChanges(before, after, changes, Math.max(0, top));
  }

  private Statement read(@Nullable Path path) throws IOException {
    Path given = path == null ? Path.of("") : path;
    try {
      return switch (by) {
        case "module" -> modules(given);
        case "wrapping" -> {
          Ledger ledger = Ledgers.readFile(given, KernelReader.cache());
          yield Statement.of(ledger, by, View.byUnit(ledger));
        }
        default -> image(given);
      };
    } catch (java.nio.file.NoSuchFileException e) {
      throw wrong(String.valueOf(e.getMessage()), "no-file", "there is no such file", null);
    }
  }

  private Statement image(Path path) throws IOException {
    Ledger ledger = Ledgers.read(path, KernelReader.cache());
    return switch (by) {
      case "unit" -> Statement.of(ledger, by, View.byUnit(ledger));
      case "directory" -> Statement.of(ledger, by, View.byDirectory(ledger, Math.max(1, depth)));
      case "class" -> Statement.of(ledger, by, View.byClass(ledger));
      case "symbol" -> Statement.of(ledger, by, bySymbol(ledger, path));
      case "platform" -> Statement.of(ledger, by, byPlatform(ledger, path));
      default -> throw new IllegalStateException(by);
    };
  }

  private List<Row> bySymbol(Ledger ledger, Path path) {
    LedgerSources sources = sources(path);
    return View.bySymbol(ledger, sources.plan(), sources.values());
  }

  private List<Row> byPlatform(Ledger ledger, Path path) {
    LedgerSources sources = sources(path);
    return sources.platforms(sources.plan()).view(ledger);
  }

  private LedgerSources sources(Path path) {
    if (!BuildTree.isTree(path)) {
      throw wrong(
          path.toString(),
          "no-build-tree",
          "only a build tree tells which unit each byte is of, so there is no view by " + by,
          "try --by class");
    }
    return new LedgerSources(treeOptions, path);
  }

  private Statement modules(Path path) throws IOException {
    List<Row> rows =
        Ledgers.readModules(path, KernelReader.cache()).stream()
            .flatMap(ledger -> View.by(ledger, _ -> ledger.path()).stream())
            .sorted(java.util.Comparator.comparingLong(Row::resident).reversed())
            .toList();
    return Statement.sum(path.toString(), by, rows);
  }

  private static KconfigException wrong(
      String path, String check, String message, @Nullable String hint) {
    return new KconfigException(
        Diagnostic.ofFile(
            ByteText.encode(path),
            check,
            ByteText.encode(message),
            hint == null ? null : ByteText.encode(hint)));
  }
}
