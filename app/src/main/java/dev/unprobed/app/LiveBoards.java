package dev.unprobed.app;

import dev.unprobed.app.board.BoardFiles.BoardFile;
import dev.unprobed.app.board.BoardsJson;
import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.app.serve.Answers.NoAnswer;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.kernel.ledger.Row;
import dev.unprobed.kernel.ledger.View;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** A kernel and the boards that may be asked about, each judged when somebody asks. */
final class LiveBoards {
  /** A judged board has some megabytes. */
  private static final int MOST_KEPT = 16;

  private final ReportKernel read;
  private final Map<String, BoardFile> files = new LinkedHashMap<>();
  private final Map<String, JudgedBoard> judged = new LinkedHashMap<>();

  LiveBoards(ReportKernel read) {
    this.read = read;
    read.files().forEach(file -> files.put(file.name(), file));
  }

  /** What was read of the kernel. */
  ReportKernel read() {
    return read;
  }

  Kernel kernel() {
    return read.kernel();
  }

  List<String> names() {
    return List.copyOf(files.keySet());
  }

  String json(String name) throws NoAnswer {
    return BoardsJson.of(kernel(), List.of(board(name)));
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
    JudgedBoard board = read.judge(file);
    judged.put(name, board);
    return board;
  }

  /** Built-in units of some symbols, by KBUILD_MODFILE; those without one are left out. */
  List<String> units(Set<String> symbols) {
    return kernel().units().stream()
        .filter(unit -> unit.linkage() == Linkage.BUILT_IN && symbols.contains(unit.symbol()))
        .map(Unit::path)
        .filter(path -> !path.isEmpty())
        .toList();
  }

  /** Bytes in memory after boot of units; absent where the ledger does not tell units apart. */
  OptionalLong bytes(List<String> units) {
    if (!read.weighed()) {
      return OptionalLong.empty();
    }
    Map<String, Long> resident = new HashMap<>();
    for (Row row : View.byUnit(read.ledger())) {
      resident.put(row.name(), row.resident());
    }
    return OptionalLong.of(
        units.stream()
            .mapToLong(unit -> resident.getOrDefault(new Owner.Unit(unit).label(), 0L))
            .sum());
  }
}
