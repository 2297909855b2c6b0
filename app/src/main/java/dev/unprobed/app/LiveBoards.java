package dev.unprobed.app;

import dev.unprobed.app.board.BoardFiles;
import dev.unprobed.app.board.BoardFiles.BoardFile;
import dev.unprobed.app.board.BoardsJson;
import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.app.serve.Answers.NoAnswer;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.kernel.ledger.Row;
import dev.unprobed.kernel.ledger.View;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A kernel and the boards that may be asked about, each judged when somebody asks. */
final class LiveBoards {
  /** A judged board has some megabytes. */
  private static final int MOST_KEPT = 16;

  private final Kernel kernel;
  private final KernelIndex index;
  private final Optional<Ledger> ledger;
  private final ModulePolicy policy;
  private final List<DeviceTree> overlays;
  private final Map<String, BoardFile> files = new LinkedHashMap<>();
  private final Map<String, JudgedBoard> judged = new LinkedHashMap<>();

  private LiveBoards(Kernel kernel, BoardOptions options) {
    this.kernel = kernel;
    index = KernelIndex.of(kernel);
    ledger = options.readLedger();
    policy = options.modules;
    overlays = options.readOverlays();
    options.boardFiles().forEach(file -> files.put(file.name(), file));
  }

  static LiveBoards of(Kernel kernel, BoardOptions options) {
    return new LiveBoards(kernel, options);
  }

  Kernel kernel() {
    return kernel;
  }

  List<String> names() {
    return List.copyOf(files.keySet());
  }

  String json(String name) throws NoAnswer {
    return BoardsJson.of(kernel, List.of(board(name)));
  }

  /** A board by its name; only the files that the user named when we started are ever read. */
  JudgedBoard board(String name) throws NoAnswer {
    BoardFile file = files.get(name);
    if (file == null) {
      throw new NoAnswer("there is no such board");
    }
    JudgedBoard known = judged.get(name);
    if (known != null) {
      return known;
    }
    if (judged.size() >= MOST_KEPT) {
      judged.remove(judged.keySet().iterator().next());
    }
    JudgedBoard board = judge(file);
    judged.put(name, board);
    return board;
  }

  private JudgedBoard judge(BoardFile file) {
    BoardAnalysis analysis = BoardAnalysis.of(index, BoardFiles.read(file, overlays), policy);
    return new JudgedBoard(analysis, ledger.map(l -> BoardLedger.of(l, analysis)), Map.of());
  }

  /** Bytes in memory after boot of the built-in units of some symbols; absent without a ledger. */
  OptionalLong bytes(Set<String> symbols) {
    if (ledger.isEmpty()) {
      return OptionalLong.empty();
    }
    Map<String, Long> resident = new HashMap<>();
    for (Row row : View.byUnit(ledger.get())) {
      resident.put(row.name(), row.resident());
    }
    return OptionalLong.of(
        kernel.units().stream()
            .filter(unit -> unit.linkage() == Linkage.BUILT_IN && symbols.contains(unit.symbol()))
            .mapToLong(unit -> resident.getOrDefault(new Owner.Unit(unit.path()).label(), 0L))
            .sum());
  }
}
