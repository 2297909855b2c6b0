package dev.unprobed.bench.exact;

import dev.unprobed.bench.tree.Arch;
import dev.unprobed.bench.tree.Environment;
import dev.unprobed.bench.tree.KernelTree;
import dev.unprobed.bench.tree.Oracle;
import java.io.IOException;
import java.util.List;

/** A tree, seen as one architecture, with the conf that was built from it. */
public record Place(KernelTree tree, Oracle oracle, Arch arch, Environment environment) {

  /** What decides all outcomes here, but for the job itself. */
  String digest() {
    return oracle.digest() + environment.digest();
  }

  List<String> defconfigs() throws IOException {
    return arch.defconfigs(tree);
  }
}
