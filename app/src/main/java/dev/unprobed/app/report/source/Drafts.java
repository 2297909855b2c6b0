package dev.unprobed.app.report.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders that are not finished: {@code NAME.new-PID}. */
final class Drafts {
  private static final String MARK = ".new-";
  private static final Pattern MAKER = Pattern.compile("\\.new-(\\d{1,18})$");
  private static final Duration LONGEST = Duration.ofDays(1);

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

  /** Whether the folder is not finished. */
  static boolean is(Path folder) {
    return MAKER.matcher(folder.getFileName().toString()).find();
  }

  /** Its process is gone; or it is so old that another process has the same number now. */
  private static boolean abandoned(Path path) {
    Matcher maker = MAKER.matcher(path.getFileName().toString());
    return maker.find()
        && (ProcessHandle.of(Long.parseLong(maker.group(1))).isEmpty() || isOld(path));
  }

  private static boolean isOld(Path path) {
    try {
      Instant made = Files.getLastModifiedTime(path).toInstant();
      return made.isBefore(Instant.now().minus(LONGEST));
    } catch (IOException _) {
      return false;
    }
  }
}
