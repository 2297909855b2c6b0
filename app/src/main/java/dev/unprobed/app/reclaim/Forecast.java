package dev.unprobed.app.reclaim;

import dev.unprobed.app.board.BoardFiles;
import dev.unprobed.board.Board;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.kernel.ledger.Ledgers;
import dev.unprobed.kernel.ledger.PlacedLedger;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.reclaim.admit.Admission;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.link.BuiltLayout;
import dev.unprobed.reclaim.run.Emulator;
import dev.unprobed.reclaim.run.UnitState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What boards of QEMU will get back of one build, as it is linked. */
final class Forecast {
  private final BuiltLayout layout;
  private final List<Verdict> verdicts;
  private final KernelIndex index;
  private final long pageSize;
  private final PlacedLedger image;
  private final Map<String, BoardAnalysis> boards = new HashMap<>();

  private Forecast(
      BuiltLayout layout,
      List<Verdict> verdicts,
      KernelIndex index,
      long pageSize,
      PlacedLedger image) {
    this.image = image;
    this.layout = layout;
    this.verdicts = verdicts;
    this.index = index;
    this.pageSize = pageSize;
  }

  /** For a build that has been laid out. */
  static Forecast of(Path build, BuiltLayout layout) throws IOException {
    FleetOptions fleet = new FleetOptions();
    fleet.kernel = build;
    BuildTree tree = fleet.tree();
    Kernel read = fleet.readKernel();
    return new Forecast(
        layout,
        Admission.of(tree, read),
        KernelIndex.of(read),
        fleet.pageSize(tree),
        Ledgers.placedOfTree(build));
  }

  /**
   * On one board, if no more is there than is told.
   *
   * @param found modaliases, and what does not answer
   */
  OptionalLong pages(Emulator emulator, List<String> found) throws IOException {
    Path file = Files.createTempFile("unprobed-", ".dtb");
    try {
      emulator.dumpDeviceTree(file);
      String name = emulator.machine().name();
      Board board = new Board(name, BoardFiles.tree(file), found);
      BoardAnalysis analysis = BoardAnalysis.of(index, board, ModulePolicy.NONE);
      boards.put(name, analysis);
      Departures departures = Departures.of(verdicts, analysis);
      Set<String> leaving = new HashSet<>(departures.certain());
      leaving.addAll(departures.possible());
      return OptionalLong.of(layout.freed(leaving, pageSize) / pageSize);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * What became of un-probed bytes on a board whose pages were foretold; absent if they were not.
   *
   * @param units the kernel's own table
   */
  Optional<Itemised> itemised(String machine, List<UnitState> units) {
    BoardAnalysis analysis = boards.get(machine);
    if (analysis == null) {
      return Optional.empty();
    }
    Map<String, String> fates = Fates.refused(verdicts);
    Set<String> left = new HashSet<>();
    for (UnitState unit : units) {
      fates.put(unit.name(), Fates.stays(unit.reason()));
      if (unit.hasLeft()) {
        left.add(unit.name());
      }
    }
    BoardLedger ledger = BoardLedger.of(image.ledger(), analysis);
    return Optional.of(Itemised.of(image, ledger, Optional.of(layout), pageSize, fates, left));
  }
}
