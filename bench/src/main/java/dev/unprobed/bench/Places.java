package dev.unprobed.bench;

import dev.unprobed.bench.Arguments.UsageException;
import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.tree.Arch;
import dev.unprobed.bench.tree.Environment;
import dev.unprobed.bench.tree.KernelTree;
import dev.unprobed.bench.tree.Oracle;
import dev.unprobed.bench.tree.Sources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Trees and architectures by the names that users give them. */
final class Places {

  private Places() {}

  static Place of(String tree, String arch, Optional<String> compiler) throws IOException {
    return in(tree, Set.of(arch), compiler).getFirst();
  }

  /**
   * Those of a tree, at least one.
   *
   * @param architectures all if empty
   * @param compiler instead of each architecture's own
   */
  static List<Place> in(String name, Set<String> architectures, Optional<String> compiler)
      throws IOException {
    KernelTree tree = Sources.find(name);
    Oracle conf = Oracle.of(tree);
    List<Place> places = new ArrayList<>();
    for (Arch arch : Arch.in(tree)) {
      if (architectures.isEmpty() || architectures.contains(arch.name())) {
        places.add(new Place(tree, conf, arch, Environment.of(tree, arch, compiler)));
      }
    }
    if (places.isEmpty()) {
      throw new UsageException("%s has no architecture %s".formatted(name, architectures));
    }
    return places;
  }
}
