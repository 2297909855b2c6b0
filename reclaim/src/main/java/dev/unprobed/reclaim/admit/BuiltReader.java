package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.tree.TreeObject;
import dev.unprobed.kernel.tree.TreeUnit;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens the objects of all built-in units. */
record BuiltReader(List<Built> units, List<ElfFile> files, List<TreeUnit> owners) {
  /** An object and who it is of. */
  private record Opened(TreeUnit unit, TreeObject object, ElfFile elf, ObjectFacts facts) {}

  static BuiltReader read(BuildTree tree, Kernel kernel) {
    Map<String, Unit> found = new HashMap<>();
    kernel.units().stream()
        .filter(u -> u.linkage() == Linkage.BUILT_IN)
        .forEach(u -> found.putIfAbsent(u.path(), u));
    List<Opened> opened =
        tree.builtIn().stream()
            .flatMap(unit -> unit.objects().stream().map(o -> Map.entry(unit, o)))
            .toList()
            .parallelStream()
            .map(e -> open(e.getKey(), e.getValue()))
            .toList();
    Map<TreeUnit, List<ObjectFacts>> facts = new HashMap<>();
    opened.forEach(o -> facts.computeIfAbsent(o.unit(), u -> new ArrayList<>()).add(o.facts()));
    List<Built> units =
        tree.builtIn().stream()
            .map(u ->
                new Built(
                    u,
                    List.copyOf(facts.getOrDefault(u, List.of())),
                    found.getOrDefault(u.path(), Built.nothingFound(u))))
            .toList();
    return new BuiltReader(
        units,
        opened.stream().map(Opened::elf).toList(),
        opened.stream().map(Opened::unit).toList());
  }

  private static Opened open(TreeUnit unit, TreeObject object) {
    try {
      ElfFile elf = ElfFile.read(object.open());
      return new Opened(unit, object, elf, ObjectFacts.of(object, elf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
