package dev.unprobed.app.report.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are not finished: {@code NAME.new-PID}. */
final class Drafts {
  private static final String MARK = ".new-";

  private Drafts() {}

  /** Where this process makes a folder that shall appear as a whole. */
  static Path beside(Path folder) {
    return folder.resolveSibling(folder.getFileName() + MARK + ProcessHandle.current().pid());
  }

  /** Removes what processes left behind that were stopped. */
  static void clean(Path cache) {
    try (Stream<Path> files = Files.list(cache)) {
      List<Path> dead = files.filter(Drafts::abandoned).toList();
      dead.forEach(Unpacking::delete);
    } catch (IOException _) {
      // There is no cache yet.
    }
  }

  private static boolean abandoned(Path path) {
    String name = path.getFileName().toString();
    int mark = name.lastIndexOf(MARK);
    if (mark < 0) {
      return false;
    }
    try {
      long pid = Long.parseLong(name.substring(mark + MARK.length()));
      return ProcessHandle.of(pid).isEmpty();
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
