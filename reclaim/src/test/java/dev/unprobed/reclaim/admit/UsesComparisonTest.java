package dev.unprobed.reclaim.admit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.unit.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reaches whom, as nm and readelf see it in random objects. */
final class UsesComparisonTest {
  private static final long SEED = 20261127;
  private static final int UNITS = 12;

  /** A relocation of readelf -rW; its symbol may have an addend behind it. */
  private static final Pattern RELOCATION =
      Pattern.compile("^[0-9a-f]{12,16} +[0-9a-f]+ +R_\\S+ +[0-9a-f]+ +([A-Za-z_]\\w*).*");

  @TempDir private Path folder;

  @Test
  void agreesWithBinutils() throws IOException {
    SmallTree tree = SmallTree.at(folder);
    Random random = new Random(SEED);
    for (int unit = 0; unit < UNITS; unit++) {
      tree.unit("lib/u" + unit, source(random, unit));
    }
    tree.verdicts();
    Kernel kernel = new Kernel("", "", Architecture.ARM64, Map.of(), List.of(), List.of());
    BuiltReader read = BuiltReader.read(BuildTree.read(folder), kernel);
    Uses uses = Uses.of(read.units());
    Map<String, Set<String>> ours = new TreeMap<>();
    read.units().forEach(u -> ours.put(u.path(), new TreeSet<>(uses.users(u.path()).keySet())));
    ours.values().removeIf(Set::isEmpty);
    assertThat(ours).as("seed " + SEED).isEqualTo(theirs(read)).hasSizeGreaterThan(UNITS / 2);
  }

  /** Calls, data that points, weak functions that another unit defines too. */
  private static String source(Random random, int unit) {
    StringBuilder text = new StringBuilder("int own" + unit + " = 1;\n");
    text.append("int f%d(void) { return own%d; }%n".formatted(unit, unit));
    text.append(
        random.nextInt(3) == 0
            ? "__attribute__((weak)) int both%d(void);%n".formatted(unit % 4)
            : "");
    if (unit < 4) {
      text.append("int both%d(void) { return %d; }%n".formatted(unit, unit));
    } else if (text.indexOf("weak") >= 0) {
      text.append(
          "int both%d(void) { return -1; } int w%d(void) { return both%d(); }%n"
              .formatted(unit % 4, unit, unit % 4));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      int other = random.nextInt(UNITS);
      text.append("extern int f%d(void); extern int own%d;%n".formatted(other, other));
      text.append(
          random.nextBoolean()
              ? "int call%d_%d(void) { return f%d() + 1; }%n".formatted(unit, i, other)
              : "int *point%d_%d IN(\".init.data\") = &own%d;%n".formatted(unit, i, other));
    }
    return text.toString();
  }

  private Map<String, Set<String>> theirs(BuiltReader read) throws IOException {
    Map<String, String> definers = new HashMap<>();
    Map<String, String> weak = new HashMap<>();
    for (Built unit : read.units()) {
      for (String line : nm(unit).split("\n", -1)) {
        String[] fields = line.trim().split(" +", -1);
        if (fields.length == 3) {
          (fields[1].equals("W") ? weak : definers).putIfAbsent(fields[2], unit.path());
        }
      }
    }
    weak.forEach(definers::putIfAbsent);
    Map<String, Set<String>> users = new TreeMap<>();
    for (Built unit : read.units()) {
      String listing = Compiler.run(folder, "readelf", "-rW", unit.path() + ".o");
      for (String line : listing.split("\n", -1)) {
        Matcher match = RELOCATION.matcher(line);
        String definer = match.matches() ? definers.get(match.group(1)) : null;
        if (definer != null && !definer.equals(unit.path())) {
          users.computeIfAbsent(definer, d -> new TreeSet<>()).add(unit.path());
        }
      }
    }
    return users;
  }

  private String nm(Built unit) {
    return Compiler.run(folder, "nm", "-g", "--defined-only", unit.path() + ".o");
  }
}
