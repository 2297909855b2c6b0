package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Program;
import java.util.Arrays;
import java.util.Optional;

/**
 * The table of initcalls in an image without symbols for it: the longest row of words that each
 * lead exactly to a function, most of them in init text. Its levels are nine ascending pointers
 * into it, one after the other (initcall_levels in init/main.c).
 *
 * @param start of the row
 * @param levels where the levels 0 to 7 start, and where the last one ends
 */
record InitTable(long start, long[] levels) {
  private static final int SHORTEST = 32;

  /** The search in one stretch of data. */
  private record Search(
      Program program, Functions functions, Bytes data, long base, long initStart, long initEnd) {}

  static Optional<InitTable> find(Program program, Functions functions) {
    var start = program.named("_sinittext");
    var end = program.named("_einittext");
    if (functions.count() == 0) {
      return Optional.empty();
    }
    long low = start.isEmpty() ? functions.start(0) : start.getFirst().address();
    long high = end.isEmpty() ? low : end.getFirst().address();
    return program
        .at(low)
        .flatMap(data -> search(new Search(program, functions, data, low, low, high)));
  }

  private static Optional<InitTable> search(Search s) {
    long best = 0;
    long bestLength = SHORTEST - 1;
    long run = 0;
    long length = 0;
    int inInit = 0;
    for (long offset = 0; s.data.has(offset, 4); offset += 4) {
      long target = target(s, offset);
      if (s.functions.at(target) >= 0) {
        run = length == 0 ? offset : run;
        length++;
        inInit += target >= s.initStart && target < s.initEnd ? 1 : 0;
        if (length > bestLength && (s.initEnd == s.initStart || 2L * inInit >= length)) {
          best = run;
          bestLength = length;
        }
      } else {
        length = 0;
        inInit = 0;
      }
    }
    if (bestLength < SHORTEST) {
      return Optional.empty();
    }
    return levels(s, s.base + best, s.base + best + 4L * bestLength);
  }

  private static long target(Search s, long offset) {
    return s.program.architecture() == Architecture.ARM64
        ? s.base + offset + s.data.s32(offset)
        : s.data.u32(offset);
  }

  private static Optional<InitTable> levels(Search s, long start, long end) {
    int pointer = s.program.architecture().pointerSize();
    for (long offset = 0; s.data.has(offset, 9L * pointer); offset += pointer) {
      var levels = pointers(s, s.base + offset, pointer);
      boolean inside =
          levels[0] >= start && levels[8] <= end && levels[8] - levels[0] > end - start >> 1;
      if (inside && ascending(levels)) {
        return Optional.of(new InitTable(start, levels));
      }
    }
    return Optional.empty();
  }

  private static long[] pointers(Search s, long at, int pointer) {
    var result = new long[9];
    result[0] = s.program.pointer(at);
    if (result[0] < s.base) {
      return result;
    }
    for (int i = 1; i < 9; i++) {
      result[i] = s.program.pointer(at + (long) i * pointer);
    }
    return result;
  }

  private static boolean ascending(long[] levels) {
    var sorted = levels.clone();
    Arrays.sort(sorted);
    return Arrays.equals(sorted, levels);
  }
}
