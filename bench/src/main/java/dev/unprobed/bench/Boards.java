package dev.unprobed.bench;

import dev.unprobed.bench.Arguments.UsageException;
import dev.unprobed.bench.board.BoardRun;
import dev.unprobed.bench.board.Catalogue;
import dev.unprobed.bench.board.ModuleChoice;
import dev.unprobed.bench.board.Pairing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code bench/boards}: which drivers bind, predicted and in real boots. */
public final class Boards {

  private static final String USAGE =
      """
      usage: bench/boards [OPTION]...
      Boots kernels on QEMU's boards and compares which drivers have devices with what
      unprobed board predicts. Boots are kept in the user's cache.

        --only KERNEL[/BOARD],...  some of the boards of bench/board/machines
        --modules none|matching    which modules are loaded (none)
        --build NAME=DIR           the build tree of a kernel that has no package
        --recorded                 compare with bench/board/truth, boot nothing
        --record                   write what was measured to bench/board/truth
        --measure                  predict nothing
        --list                     name the boards, do nothing

      Exit status: 0 no driver with a device was called dead, 1 one was, or a board does not boot,
      2 wrong use, 3 the benchmark failed.
      """;

  private static final Set<String> FLAGS = Set.of("recorded", "record", "measure", "list");
  private static final Set<String> NAMES = Set.of("only", "modules", "build");
  private static final int BAD = 1;

  private final Arguments arguments;
  private final Path root;

  private Boards(Arguments arguments, Path root) {
    this.arguments = arguments;
    this.root = root;
  }

  /** The folder of the project is the system property {@code unprobed.root}. */
  public static void main(String[] words) {
    new Benchmark("boards", USAGE)
        .main(words, (all, root) -> new Boards(Arguments.parse(all, FLAGS, NAMES), root).run());
  }

  private int run() throws IOException {
    Catalogue catalogue = Catalogue.read(root, builds());
    List<Pairing> machines = chosen(catalogue);
    if (arguments.has("list")) {
      machines.forEach(machine -> System.out.println(machine.title()));
      return 0;
    }
    BoardRun.Options options =
        new BoardRun.Options(
            choice(),
            arguments.has("recorded"),
            arguments.has("record"),
            !arguments.has("measure"));
    BoardRun run = new BoardRun(root, catalogue, options);
    boolean good = run.all(machines);
    Path table = Files.createDirectories(root.resolve("bench/target/boards")).resolve("table.md");
    Files.writeString(table, run.table().markdown());
    System.out.print(run.table().markdown());
    return good ? 0 : BAD;
  }

  private ModuleChoice choice() {
    String word = arguments.last("modules").orElse(ModuleChoice.NONE.word());
    for (ModuleChoice choice : ModuleChoice.values()) {
      if (choice.word().equals(word)) {
        return choice;
      }
    }
    throw new UsageException("--modules: neither none nor matching: " + word);
  }

  private Map<String, Path> builds() {
    Map<String, Path> builds = new HashMap<>();
    for (String build : arguments.all("build")) {
      String[] words = build.split("=", 2);
      if (words.length < 2 || !Files.isDirectory(Path.of(words[1]))) {
        throw new UsageException("--build: not NAME=DIR of a build tree: " + build);
      }
      builds.put(words[0], Path.of(words[1]).toAbsolutePath());
    }
    return builds;
  }

  private List<Pairing> chosen(Catalogue catalogue) {
    Set<String> only = arguments.set("only");
    List<Pairing> machines =
        catalogue.machines().stream()
            .filter(machine ->
                only.isEmpty() || only.contains(machine.kernel()) || only.contains(machine.title()))
            .toList();
    if (machines.isEmpty()) {
      throw new UsageException("there is no such board: " + String.join(" ", only));
    }
    return machines;
  }
}
