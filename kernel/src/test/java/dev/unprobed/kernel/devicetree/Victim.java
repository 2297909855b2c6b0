package dev.unprobed.kernel.devicetree;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;

/** Does with bytes all that can be done with a tree; nothing but a refusal may come out. */
final class Victim {
  private Victim() {}

  static void read(byte[] blob) {
    try {
      DeviceTree tree = DeviceTree.read(Bytes.of("victim.dtb", blob));
      tree.source();
      tree.aliases();
      tree.stdout();
      tree.nodes().forEach(node -> tree.at(node.path()));
      tree.with(tree).source();
    } catch (MalformedInput refused) {
      // as it should
    }
  }
}
