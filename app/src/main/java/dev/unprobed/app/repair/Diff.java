package dev.unprobed.app.repair;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.repair.Patch;
import java.util.ArrayList;
import java.util.List;

/** Changes as {@code patch -p1} takes them. */
public final class Diff {
  private static final int CONTEXT = 3;

  private Diff() {}

  /** The unified diff of all files, readable. */
  public static String of(Patch patch) {
    List<String> lines = new ArrayList<>();
    patch
        .texts()
        .forEach((file, after) -> {
          String name = ByteText.readable(file);
          List<String> old = lines(patch.before(file));
          lines.addAll(
              UnifiedDiffUtils.generateUnifiedDiff(
                  "a/" + name, "b/" + name, old, DiffUtils.diff(old, lines(after)), CONTEXT));
        });
    return String.join("\n", lines);
  }

  private static List<String> lines(String text) {
    return ByteText.readable(text).lines().toList();
  }
}
