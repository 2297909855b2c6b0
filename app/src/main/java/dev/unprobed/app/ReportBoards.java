package dev.unprobed.app;

import dev.unprobed.app.board.BoardFiles;
import dev.unprobed.app.board.BoardFiles.BoardFile;
import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.app.report.page.BoardFindings;
import dev.unprobed.board.Board;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.ledger.BoardLedger;
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
 * The boards of a report.
 *
 * @param path of the kernel: a package, what was unpacked of one, or a build tree
 * @param trees device trees and folders of them; empty for those that come with the kernel
 */
record ReportBoards(Path path, List<Path> trees) {

  /** Judges every board, weighs the image and, of a build tree, says what may be given back. */
  BoardFindings find() {
    List<Board> boards =
        files().parallelStream().map(file -> BoardFiles.read(file, List.of())).toList();
    Kernel kernel = KernelReader.read(path);
    KernelIndex index = KernelIndex.of(kernel);
    Optional<Ledger> ledger = ledger();
    boolean built = BuildTree.isTree(path) && Files.exists(path.resolve("vmlinux"));
    List<Verdict> verdicts = built ? verdicts(kernel) : List.of();
    record Found(JudgedBoard board, Optional<Departures> departures) {}
    List<Found> all =
        boards.parallelStream()
            .map(board -> {
              BoardAnalysis analysis = BoardAnalysis.of(index, board, ModulePolicy.NONE);
              return new Found(
                  new JudgedBoard(
                      analysis,
                      built ? ledger.map(it -> BoardLedger.of(it, analysis)) : Optional.empty(),
                      Map.of()),
                  built ? Optional.of(Departures.of(verdicts, analysis)) : Optional.empty());
            })
            .toList();
    return new BoardFindings(
        kernel,
        all.stream().map(Found::board).toList(),
        ledger,
        all.stream().flatMap(found -> found.departures().stream()).toList());
  }

  private List<BoardFile> files() {
    if (!trees.isEmpty()) {
      return BoardFiles.find(trees);
    }
    List<BoardFile> found = BuildTree.isTree(path) ? built() : packaged();
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

  private List<BoardFile> built() {
    Path arch = path.resolve("arch");
    return Files.isDirectory(arch) ? BoardFiles.find(List.of(arch)) : List.of();
  }

  private List<BoardFile> packaged() {
    try {
      return KernelPackage.open(path, KernelReader.cache()).deviceTrees().stream()
          .filter(tree -> tree.name().endsWith(".dtb"))
          .map(tree -> new BoardFile(tree.name(), tree.file()))
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Optional<Ledger> ledger() {
    try {
      return Optional.of(Ledgers.read(path, KernelReader.cache()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<Verdict> verdicts(Kernel kernel) {
    try {
      return Admission.of(BuildTree.read(path), kernel);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private MalformedInput unreadable(IOException e) {
    return new MalformedInput(
        path.toString(), -1, "unreadable", "cannot be read: " + e.getMessage(), null);
  }
}
