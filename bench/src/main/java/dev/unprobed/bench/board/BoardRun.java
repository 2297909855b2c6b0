package dev.unprobed.bench.board;

import dev.unprobed.bench.board.Measurement.Measured;
import dev.unprobed.bench.tree.Cache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One run over many boards: first the truth of each, then the predictions, then both side by side.
 */
public final class BoardRun {

  private final Options options;
  private final Catalogue catalogue;
  private final Measurement measurement;
  private final Predictor predictor;
  private final Path recorded;
  private final BoardTable table = new BoardTable();
  private boolean complete = true;

  /**
   * What to do with each board.
   *
   * @param modules which are loaded
   * @param recorded take the truth that is kept in the repository instead of booting
   * @param record keep the truth in the repository
   * @param predict compare with predictions
   */
  public record Options(ModuleChoice modules, boolean recorded, boolean record, boolean predict) {}

  /** A board of which the truth is known. */
  private record Known(Pairing machine, Truth truth, Optional<Integer> late, Path deviceTree) {}

  /**
   * A run that has yet to start.
   *
   * @param root the folder of the project
   */
  public BoardRun(Path root, Catalogue catalogue, Options options) {
    this.options = options;
    this.catalogue = catalogue;
    this.measurement = new Measurement(root, catalogue);
    this.predictor = new Predictor(root);
    this.recorded = root.resolve("bench/board/truth");
  }

  /** Returns false if a board did not boot or the prediction would have broken one. */
  public boolean all(List<Pairing> machines) throws IOException {
    Map<String, List<Known>> boards = new LinkedHashMap<>();
    for (Pairing machine : machines) {
      known(machine)
          .ifPresent(known ->
              boards.computeIfAbsent(machine.kernel(), name -> new ArrayList<>()).add(known));
    }
    for (Map.Entry<String, List<Known>> entry : boards.entrySet()) {
      judge(catalogue.kernel(entry.getKey()).orElseThrow(), entry.getValue());
    }
    return complete && !table.isFatal();
  }

  /** What there is to say about the boards so far. */
  public BoardTable table() {
    return table;
  }

  private Optional<Known> known(Pairing machine) throws IOException {
    Optional<StockKernel> kernel = catalogue.kernel(machine.kernel());
    if (kernel.isEmpty()) {
      System.err.printf(
          "boards: SKIPPED %s: its kernel has no package (hint: --build %s=DIR)%n",
          machine.title(), machine.kernel());
      return Optional.empty();
    }
    try {
      return options.recorded()
          ? fromRecord(machine, kernel.get())
          : Optional.of(fromBoot(machine, kernel.get()));
    } catch (BootFailure e) {
      complete = false;
      table.note(machine.title(), "no truth", List.of(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private Optional<Known> fromRecord(Pairing machine, StockKernel kernel) throws IOException {
    Path folder = recorded(machine);
    if (!Truth.isIn(folder)) {
      System.err.printf("boards: SKIPPED %s: nothing is recorded%n", machine.title());
      return Optional.empty();
    }
    Path deviceTree =
        Cache.folder("boards/recorded/" + machine.kernel()).resolve(machine.name() + ".dtb");
    Boots.deviceTree(machine, kernel, deviceTree);
    return Optional.of(new Known(machine, Truth.read(folder), Optional.empty(), deviceTree));
  }

  private Known fromBoot(Pairing machine, StockKernel kernel) throws IOException {
    Measured measured = measurement.of(machine, kernel, options.modules());
    Truth truth = measured.truth();
    Path folder = recorded(machine);
    if (options.record()) {
      truth.write(folder);
    } else if (Truth.isIn(folder)) {
      changes(machine, Truth.read(folder), truth);
    }
    return new Known(machine, truth, Optional.of(measured.late().size()), measured.deviceTree());
  }

  /** Another version of a package, or of QEMU, can be the reason; it is shown, not judged. */
  private void changes(Pairing machine, Truth before, Truth now) {
    table.note(machine.title(), "no longer bound", without(before.bound(), now.bound()));
    table.note(machine.title(), "newly bound", without(now.bound(), before.bound()));
    table.note(machine.title(), "newly deferred", without(now.deferred(), before.deferred()));
  }

  private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> some) {
    SortedSet<String> left = new TreeSet<>(all);
    left.removeAll(some);
    return left;
  }

  private void judge(StockKernel kernel, List<Known> boards) throws IOException {
    List<Path> deviceTrees = boards.stream().map(Known::deviceTree).toList();
    Map<String, Prediction> predictions =
        options.predict() ? predictor.of(kernel, deviceTrees, options.modules()) : Map.of();
    for (Known board : boards) {
      Optional<Judgement> judgement =
          Optional.ofNullable(predictions.get(board.deviceTree().toString()))
              .map(prediction -> Judgement.of(prediction, board.truth()));
      if (options.predict() && judgement.isEmpty()) {
        throw new IOException("unprobed board says nothing about " + board.deviceTree());
      }
      table.add(board.machine().title(), board.truth(), board.late(), judgement);
    }
  }

  private Path recorded(Pairing machine) {
    return recorded
        .resolve(options.modules().word())
        .resolve(machine.kernel())
        .resolve(machine.name());
  }
}
