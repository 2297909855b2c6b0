package dev.unprobed.app.reclaim;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.unprobed.reclaim.patch.Change;
import java.util.ArrayList;
import java.util.List;

/** Changes of a tree as {@code patch -p1} and {@code git apply} take them. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  static String of(List<Change> changes) {
    StringBuilder text = new StringBuilder();
    for (Change change : changes) {
      lines(change).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static List<String> lines(Change change) {
    List<String> before = change.before().lines().toList();
    List<String> after = change.after().lines().toList();
    boolean fresh = before.isEmpty();
    List<String> lines =
        new ArrayList<>(
            UnifiedDiffUtils.generateUnifiedDiff(
                fresh ? "/dev/null" : "a/" + change.file(),
                "b/" + change.file(),
                before,
                DiffUtils.diff(before, after),
                CONTEXT));
    if (fresh) {
      // The library counts from line 1, patch wants 0 for a file that is not there.
      lines.set(2, "@@ -0,0 +1,%d @@".formatted(after.size()));
    }
    return lines;
  }
}
