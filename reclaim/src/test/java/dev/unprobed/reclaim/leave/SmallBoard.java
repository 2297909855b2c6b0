package dev.unprobed.reclaim.leave;

import dev.unprobed.board.Board;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.tree.TreeUnit;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Provision;
import dev.unprobed.kernel.unit.Unit;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Feed;
import dev.unprobed.reclaim.admit.Piece;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.admit.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A kernel of a few units, and a board for it. */
final class SmallBoard {
  private final List<Unit> units = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();

  /** A driver of a bus, for one compatible. */
  static Driver driver(String bus, String name, String compatible, Provision... provisions) {
    List<DeviceId.Compatible> table =
        compatible.isEmpty() ? List.of() : List.of(new DeviceId.Compatible("", "", compatible));
    return new Driver(
        bus,
        name,
        table,
        List.of(),
        false,
        List.of(),
        6,
        Driver.Registration.ALWAYS,
        false,
        Set.of(provisions),
        0);
  }

  /** A candidate of 100 bytes. */
  SmallBoard candidate(String path, Set<String> users, List<Feed> feeds, Driver... drivers) {
    return candidate(path, users, feeds, List.of(), drivers);
  }

  SmallBoard candidate(
      String path, Set<String> users, List<Feed> feeds, List<String> declares, Driver... drivers) {
    unit(path, List.of(), drivers);
    TreeUnit unit = new TreeUnit(path, path, Linkage.BUILT_IN, List.of());
    Piece piece = new Piece(path + ".o", 1, ".text", Region.TEXT, 100, 4);
    verdicts.add(
        new Verdict.Admitted(
            new Candidate(unit, List.of(piece), List.of(), 1, users, feeds, declares)));
    return this;
  }

  /** A unit that never leaves. */
  SmallBoard unit(String path, List<MadeDevice> devices, Driver... drivers) {
    units.add(
        new Unit(
            path,
            path,
            Linkage.BUILT_IN,
            Arrays.asList(drivers),
            List.of(),
            devices,
            List.of(),
            Set.of(),
            ""));
    return this;
  }

  /** What becomes of them with these nodes in the root. */
  Departures on(Path folder, String nodes) throws IOException, InterruptedException {
    demandCompiler();
    Path source = folder.resolve("board.dts");
    Path blob = folder.resolve("board.dtb");
    Files.writeString(source, "/dts-v1/;\n/ { compatible = \"v,board\"; " + nodes + " };\n");
    Process dtc =
        new ProcessBuilder("dtc", "-q", "-o", blob.toString(), source.toString())
            .inheritIO()
            .start();
    Assertions.assertEquals(0, dtc.waitFor());
    Kernel kernel = new Kernel("small", "6.1", Architecture.ARM64, Map.of(), units, List.of());
    Board board = Board.of(DeviceTree.read(Bytes.of(blob)));
    return Departures.of(verdicts, BoardAnalysis.of(kernel, board, ModulePolicy.NONE));
  }

  private static void demandCompiler() {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "dtc")));
    if (!there) {
      Assertions.assertNotEquals("true", System.getenv("CI"), "this test needs dtc");
      System.err.println("SKIPPED: this test needs dtc");
      Assumptions.abort("this test needs dtc");
    }
  }
}
