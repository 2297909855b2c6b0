package dev.unprobed.app;

import dev.unprobed.app.board.BoardFiles;
import dev.unprobed.app.board.BoardFiles.BoardFile;
import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.app.reclaim.PageSize;
import dev.unprobed.app.report.page.BoardFindings;
import dev.unprobed.board.Board;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.kernel.KernelReader;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Ledgers;
import dev.unprobed.kernel.pack.KernelPackage;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.reclaim.admit.Admission;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.leave.Departures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kernel of a report: what does not depend on a board, and the boards.
 *
 * @param index of its drivers
 * @param ledger whose bytes the image's are
 * @param weighed whether the ledger tells units apart
 * @param verdicts which units may be given back; empty unless there is a build tree
 * @param files of the boards, at least one
 */
record ReportKernel(
    Kernel kernel,
    KernelIndex index,
    Ledger ledger,
    boolean weighed,
    List<Verdict> verdicts,
    List<BoardFile> files) {

  /**
   * Reads a kernel.
   *
   * @param path a package, what was unpacked of one, or a build tree
   * @param trees device trees and folders of them; empty for those that come with the kernel
   */
  static ReportKernel read(Path path, List<Path> trees) {
    List<BoardFile> files = files(path, trees);
    files.forEach(file -> BoardFiles.read(file, List.of()));
    Kernel kernel = KernelReader.read(path);
    boolean built = BuildTree.isTree(path) && Files.exists(path.resolve("vmlinux"));
    try {
      return new ReportKernel(
          kernel,
          KernelIndex.of(kernel),
          Ledgers.read(path, KernelReader.cache()),
          built,
          built ? Admission.of(BuildTree.read(path), kernel) : List.of(),
          files);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Judges every board. */
  BoardFindings boards() {
    record Found(JudgedBoard board, Optional<Departures> departures) {}
    List<Found> all =
        files.parallelStream()
            .map(file -> {
              JudgedBoard board = judge(file);
              return new Found(board, departures(board.analysis()));
            })
            .toList();
    return new BoardFindings(
        kernel,
        all.stream().map(Found::board).toList(),
        Optional.of(ledger),
        all.stream().flatMap(found -> found.departures().stream()).toList(),
        PageSize.of(kernel.config()));
  }

  /** Judges one of the boards. */
  JudgedBoard judge(BoardFile file) {
    Board board = BoardFiles.read(file, List.of());
    BoardAnalysis analysis = BoardAnalysis.of(index, board, ModulePolicy.NONE);
    return new JudgedBoard(
        analysis,
        weighed ? Optional.of(BoardLedger.of(ledger, analysis)) : Optional.empty(),
        Map.of());
  }

  /** What may be given back there; absent unless there is a build tree. */
  Optional<Departures> departures(BoardAnalysis analysis) {
    return weighed ? Optional.of(Departures.of(verdicts, analysis)) : Optional.empty();
  }

  private static List<BoardFile> files(Path path, List<Path> trees) {
    if (!trees.isEmpty()) {
      return BoardFiles.find(trees);
    }
    List<BoardFile> found = BuildTree.isTree(path) ? built(path) : packaged(path);
    if (found.isEmpty()) {
      throw new MalformedInput(
          path.toString(),
          -1,
          "no-device-tree",
          "no device tree comes with this kernel",
          "give some with --dtb FILE...");
    }
    return found;
  }

  private static List<BoardFile> built(Path path) {
    Path arch = path.resolve("arch");
    return Files.isDirectory(arch) ? BoardFiles.find(List.of(arch)) : List.of();
  }

  private static List<BoardFile> packaged(Path path) {
    try {
      return KernelPackage.open(path, KernelReader.cache()).deviceTrees().stream()
          .filter(tree -> tree.name().endsWith(".dtb"))
          .map(tree -> new BoardFile(tree.name(), tree.file()))
          .toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static MalformedInput unreadable(Path path, IOException e) {
    return new MalformedInput(
        path.toString(), -1, "unreadable", "cannot be read: " + Reason.of(e), null);
  }
}
