package dev.unprobed.app.reclaim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Boards of several files, each with a name of its own. */
record SeenRuns(List<SeenBoard> boards) {

  static SeenRuns read(List<Path> files) throws IOException {
    List<SeenBoard> boards = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      for (SeenBoard board : RunFile.read(file)) {
        boards.add(board);
        names.add(board.name() + " (" + String.valueOf(file.getFileName()) + ")");
      }
    }
    return new SeenRuns(named(boards, names));
  }

  /** Where a board was tried more than once, the file says which time is meant. */
  private static List<SeenBoard> named(List<SeenBoard> boards, List<String> names) {
    List<SeenBoard> named = new ArrayList<>();
    for (int i = 0; i < boards.size(); i++) {
      String name = boards.get(i).name();
      boolean alone = boards.stream().filter(board -> board.name().equals(name)).count() == 1;
      named.add(alone ? boards.get(i) : boards.get(i).called(names.get(i)));
    }
    return List.copyOf(named);
  }

  /** Whether all is as it should be. */
  boolean isGood() {
    return boards.stream().allMatch(board -> board.differences().isEmpty());
  }
}
