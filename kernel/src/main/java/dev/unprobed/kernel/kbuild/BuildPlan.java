package dev.unprobed.kernel.kbuild;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the makefiles of a tree build for one architecture, and when. */
public final class BuildPlan {
  private final Map<String, BuildUnit> byPath = new LinkedHashMap<>();
  private final Map<String, List<BuildUnit>> byObject = new LinkedHashMap<>();
  private final Map<String, List<BuildUnit>> bySymbol = new LinkedHashMap<>();
  private final List<Remark> remarks;

  private BuildPlan(List<BuildUnit> units, List<Remark> remarks) {
    this.remarks = remarks;
    for (BuildUnit unit : units) {
      byPath.put(unit.path(), unit);
      Set<String> symbols = new LinkedHashSet<>(unit.built().symbols());
      for (BuildUnit.Part part : unit.parts()) {
        byObject.computeIfAbsent(part.object(), _ -> new ArrayList<>()).add(unit);
        symbols.addAll(part.guard().symbols());
      }
      symbols.forEach(s -> bySymbol.computeIfAbsent(s, _ -> new ArrayList<>()).add(unit));
    }
  }

  /**
   * For all configurations at once.
   *
   * @param tree a kernel's sources
   * @param arch a folder of arch/, as SRCARCH
   */
  public static BuildPlan read(Path tree, String arch) {
    return read(tree, arch, _ -> Optional.empty());
  }

  /**
   * With the values of some symbols, or of all.
   *
   * @param fixed the value of a symbol as make sees it, so empty instead of n; absent when it may
   *     be n, m or y
   */
  public static BuildPlan read(Path tree, String arch, Function<String, Optional<String>> fixed) {
    TreeFiles files = new TreeFiles(tree);
    Folders folders = new Folders(files, arch, symbol -> value(symbol, fixed.apply(symbol)));
    Planner planner = new Planner(folders, files);
    planner.plan();
    Set<Remark> remarks = new LinkedHashSet<>(folders.remarks());
    remarks.addAll(planner.remarks());
    return new BuildPlan(planner.units(), List.copyOf(remarks));
  }

  private static List<Piece> value(String symbol, Optional<String> fixed) {
    return fixed
        .map(text ->
            text.isEmpty() ? List.<Piece>of() : List.of(new Piece(Condition.always(), text)))
        .orElseGet(() ->
            List.of(
                new Piece(Condition.yes(symbol), "y"), new Piece(Condition.module(symbol), "m")));
  }

  /** In the order in which they would be linked. */
  public List<BuildUnit> units() {
    return List.copyOf(byPath.values());
  }

  /** By KBUILD_MODFILE, such as drivers/clk/samsung/clk-exynos-audss. */
  public Optional<BuildUnit> unit(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /**
   * A unit by its path, or by that of an object of it without .o, as what no C compiler made is
   * named.
   */
  public Optional<BuildUnit> built(String path) {
    return unit(path).or(() -> of(path + ".o").stream().findFirst());
  }

  /** The units that an object such as drivers/foo/bar.o is a part of. */
  public List<BuildUnit> of(String object) {
    return List.copyOf(byObject.getOrDefault(object, List.of()));
  }

  /** The units in whose condition the symbol is. */
  public List<BuildUnit> under(String symbol) {
    return List.copyOf(bySymbol.getOrDefault(symbol, List.of()));
  }

  /** What could not be followed. */
  public List<Remark> remarks() {
    return remarks;
  }
}
