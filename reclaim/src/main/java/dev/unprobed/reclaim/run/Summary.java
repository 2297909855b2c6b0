package dev.unprobed.reclaim.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one line in which the kernel sums up what it gave back.
 *
 * @param left units that left
 * @param stayed units that might have left
 * @param pages that were given back
 * @param kibibytes the same
 * @param microseconds that leaving took
 */
public record Summary(long left, long stayed, long pages, long kibibytes, long microseconds) {

  private static final Pattern LINE =
      Pattern.compile(
          ".*?(\\d{1,9}) units left, (\\d{1,9}) stayed, (\\d{1,9}) pages \\((\\d{1,9}) KiB\\)"
              + " given back, (\\d{1,12}) us.*");

  /** Absent if no line is one. */
  static Optional<Summary> in(List<String> lines) {
    return lines.stream().map(LINE::matcher).filter(Matcher::matches).map(Summary::of).findFirst();
  }

  private static Summary of(Matcher line) {
    return new Summary(
        Long.parseLong(line.group(1)),
        Long.parseLong(line.group(2)),
        Long.parseLong(line.group(3)),
        Long.parseLong(line.group(4)),
        Long.parseLong(line.group(5)));
  }
}
