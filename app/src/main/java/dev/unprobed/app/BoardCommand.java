package dev.unprobed.app;

import dev.unprobed.app.board.BoardFiles;
import dev.unprobed.app.board.BoardFiles.BoardFile;
import dev.unprobed.app.board.BoardList;
import dev.unprobed.app.board.BoardText;
import dev.unprobed.app.board.BoardsCsv;
import dev.unprobed.app.board.BoardsJson;
import dev.unprobed.app.board.BoardsSarif;
import dev.unprobed.app.board.BoardsText;
import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.app.board.LiveJson;
import dev.unprobed.app.board.LiveText;
import dev.unprobed.app.fromdtb.Remedies;
import dev.unprobed.app.fromdtb.Remedy;
import dev.unprobed.app.report.Progress;
import dev.unprobed.board.Board;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.NodeReport;
import dev.unprobed.board.NodeReport.State;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.board.live.LiveDriver;
import dev.unprobed.board.live.LiveMachine;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.unit.Kernel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unprobed board}: which drivers of a kernel boards need, lack, and carry for nothing. */
@Command(
    name = "board",
    mixinStandardHelpOptions = true,
    description = {
      "Tell which drivers of a kernel bind on a board, which are missing, and which can never bind"
          + " there, from files alone.",
      "",
      "  unprobed board --kernel linux-image.deb --dtb bcm2837-rpi-3-b.dtb",
      "  unprobed board --kernel linux-image.deb --dtb dtbs/ --csv      all boards of a folder",
      "  unprobed board --kernel build/ --dtb my.dtb --list dead        bus/driver, a line each",
      "  unprobed board --kernel linux-image.deb --dtb my.dtb --tree linux/",
      "      also the symbols that would bring the drivers that are missing, as m where they can",
      "  unprobed board --live                                          this machine, from /sys",
      "",
      "Exit status 0: each node has its driver, or a list was asked for, 1: some node lacks one or"
          + " waits for ever, 2: the input is wrong.",
      ""
    })
final class BoardCommand implements Callable<Integer> {
  @Mixin BoardOptions options = new BoardOptions();

  @Option(
      names = "--list",
      paramLabel = "LIST",
      description =
          "Only bus/driver, a line each, as below /sys/bus: ${COMPLETION-CANDIDATES}. Of several"
              + " boards: what is in the list of any, for dead of all.")
  @Nullable BoardList list;

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Option(names = "--csv", description = "For spreadsheets: a line for each board.")
  boolean csv;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Also write SARIF 2.1.0 there.")
  @Nullable Path sarif;

  @Option(
      names = "--live",
      description = "Read the running machine's /sys instead of a kernel and device trees.")
  boolean live;

  private final Console console = Console.ofProcess();

  @Override
  public Integer call() {
    return (live ? live() : offline()).code();
  }

  private ExitStatus live() {
    LiveMachine machine = LiveMachine.read(Path.of("/sys"), Path.of("/proc"));
    if (list != null) {
      boolean unprobed = list != BoardList.BOUND;
      machine.drivers().stream()
          .filter(driver -> driver.unprobed() == unprobed)
          .map(LiveDriver::path)
          .distinct()
          .forEach(console::say);
    } else {
      console.say((json ? LiveJson.of(machine) : LiveText.of(machine)).stripTrailing());
    }
    return ExitStatus.HOLDS;
  }

  private ExitStatus offline() {
    List<BoardFile> files = options.boardFiles();
    try (Progress progress = Progress.ofProcess(System.getenv())) {
      progress.step("reading device trees");
      List<DeviceTree> overlays = options.readOverlays();
      List<Board> boards =
          files.parallelStream().map(file -> BoardFiles.read(file, overlays)).toList();
      progress.step("reading the kernel");
      Kernel read = options.readKernel(boards);
      read.remarks().forEach(progress::say);
      BoardSources sources = new BoardSources(options, read, progress);
      Kernel kernel = sources.named();
      List<JudgedBoard> judged = judge(kernel, boards, sources, progress);
      progress.step("");
      write(kernel, judged, files);
      boolean lacking = judged.stream().anyMatch(BoardCommand::lacks);
      return lacking && list == null ? ExitStatus.BROKEN : ExitStatus.HOLDS;
    }
  }

  private List<JudgedBoard> judge(
      Kernel kernel, List<Board> boards, BoardSources sources, Progress progress) {
    KernelIndex index = KernelIndex.of(kernel);
    progress.step("weighing the image");
    Optional<Ledger> ledger = list == null ? options.readLedger() : Optional.empty();
    progress.step("boards", boards.size());
    AtomicInteger done = new AtomicInteger();
    List<JudgedBoard> judged =
        boards.parallelStream()
            .map(board -> {
              BoardAnalysis analysis = BoardAnalysis.of(index, board, options.modules);
              progress.done(done.incrementAndGet());
              return new JudgedBoard(
                  analysis, ledger.map(l -> BoardLedger.of(l, analysis)), Map.of());
            })
            .toList();
    return list == null ? withRemedies(judged, sources) : judged;
  }

  private static List<JudgedBoard> withRemedies(List<JudgedBoard> boards, BoardSources sources) {
    List<Map<String, Remedy>> remedies =
        sources.remedies(boards.stream().map(BoardCommand::ill).toList());
    return IntStream.range(0, boards.size())
        .mapToObj(
            i -> new JudgedBoard(boards.get(i).analysis(), boards.get(i).bytes(), remedies.get(i)))
        .toList();
  }

  private static Remedies.Ill ill(JudgedBoard board) {
    return new Remedies.Ill(
        board.analysis().board().tree(),
        board.analysis().nodes().stream()
            .filter(node -> node.state() == State.MISSING)
            .map(NodeReport::path)
            .collect(Collectors.toSet()));
  }

  private void write(Kernel kernel, List<JudgedBoard> boards, List<BoardFile> files) {
    if (list != null) {
      labels(list, boards).forEach(console::say);
    } else if (json) {
      console.say(BoardsJson.of(kernel, boards));
    } else if (csv) {
      console.out(BoardsCsv.of(boards));
    } else {
      String text =
          boards.size() == 1
              ? BoardText.of(kernel, boards.getFirst())
              : BoardsText.of(kernel, boards);
      console.say(text.stripTrailing());
    }
    if (sarif != null) {
      List<Path> paths = files.stream().map(BoardFile::file).toList();
      OutputFiles.ofProcess().write(sarif, BoardsSarif.of(Version.text(), boards, paths) + "\n");
    }
  }

  private static Set<String> labels(BoardList list, List<JudgedBoard> boards) {
    Set<String> labels = new TreeSet<>(list.of(boards.getFirst().analysis()));
    for (JudgedBoard board : boards) {
      if (list == BoardList.DEAD) {
        labels.retainAll(list.of(board.analysis()));
      } else {
        labels.addAll(list.of(board.analysis()));
      }
    }
    return labels;
  }

  private static boolean lacks(JudgedBoard board) {
    return board.analysis().nodes().stream()
        .anyMatch(node -> BoardText.lacks(node) || node.state() == State.DEFERRED);
  }
}
