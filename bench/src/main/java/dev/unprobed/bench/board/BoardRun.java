package dev.unprobed.bench.board;

import dev.unprobed.bench.board.Measurement.Measured;
import dev.unprobed.bench.tree.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One run over many boards. */
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
  public boolean all(List<Machine> machines) throws IOException {
    for (Machine machine : machines) {
      Optional<StockKernel> kernel = catalogue.kernel(machine.kernel());
      if (kernel.isPresent()) {
        one(machine, kernel.get());
      } else {
        System.err.printf(
            "boards: SKIPPED %s: its kernel has no package (hint: --build %s=DIR)%n",
            machine.title(), machine.kernel());
      }
    }
    return complete && !table.isFatal();
  }

  public BoardTable table() {
    return table;
  }

  private void one(Machine machine, StockKernel kernel) throws IOException {
    try {
      if (options.recorded()) {
        fromRecord(machine, kernel);
      } else {
        fromBoot(machine, kernel);
      }
    } catch (BootFailure e) {
      complete = false;
      table.note(machine.title(), "no truth", List.of(String.valueOf(e.getMessage())));
    }
  }

  private void fromRecord(Machine machine, StockKernel kernel) throws IOException {
    Path folder = recorded(machine);
    if (!Truth.isIn(folder)) {
      System.err.printf("boards: SKIPPED %s: nothing is recorded%n", machine.title());
      return;
    }
    Path deviceTree = Files.createTempFile(Cache.folder("boards"), "board-", ".dtb");
    try {
      Boots.deviceTree(machine, kernel, deviceTree);
      Truth truth = Truth.read(folder);
      table.add(machine.title(), truth, Optional.empty(), judge(truth, kernel, deviceTree));
    } finally {
      Files.delete(deviceTree);
    }
  }

  private void fromBoot(Machine machine, StockKernel kernel) throws IOException {
    Measured measured = measurement.of(machine, kernel, options.modules());
    Truth truth = measured.truth();
    table.add(
        machine.title(),
        truth,
        Optional.of(measured.late().size()),
        judge(truth, kernel, measured.deviceTree()));
    Path folder = recorded(machine);
    if (options.record()) {
      truth.write(folder);
    } else if (Truth.isIn(folder)) {
      changes(machine, Truth.read(folder), truth);
    }
  }

  /** Another version of a package, or of QEMU, can be the reason; it is shown, not judged. */
  private void changes(Machine machine, Truth before, Truth now) {
    table.note(machine.title(), "no longer bound", without(before.bound(), now.bound()));
    table.note(machine.title(), "newly bound", without(now.bound(), before.bound()));
    table.note(machine.title(), "newly deferred", without(now.deferred(), before.deferred()));
  }

  private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> some) {
    SortedSet<String> left = new TreeSet<>(all);
    left.removeAll(some);
    return left;
  }

  private Optional<Judgement> judge(Truth truth, StockKernel kernel, Path deviceTree)
      throws IOException {
    return options.predict()
        ? Optional.of(Judgement.of(predictor.of(kernel, deviceTree, options.modules()), truth))
        : Optional.empty();
  }

  private Path recorded(Machine machine) {
    return recorded
        .resolve(options.modules().word())
        .resolve(machine.kernel())
        .resolve(machine.name());
  }
}
