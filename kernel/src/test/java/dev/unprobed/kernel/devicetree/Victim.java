package dev.unprobed.kernel.devicetree;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.nio.ByteOrder;

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

  /** The header of the first says where the second begins. */
  static void overlay(byte[] blobs) {
    try {
      Bytes both = Bytes.of("victim.dtb", blobs).in(ByteOrder.BIG_ENDIAN);
      long end = both.has(4, 4) ? Math.clamp(both.u32(4), 0, both.size()) : 0;
      DeviceTree base = DeviceTree.read(both.slice(0, end));
      base.with(DeviceTree.read(both.from(end))).source();
    } catch (MalformedInput refused) {
      // as it should
    }
  }
}
