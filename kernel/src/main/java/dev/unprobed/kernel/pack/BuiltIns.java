package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.modinfo.Modinfo;
import dev.unprobed.kernel.modinfo.ModuleLists;
import java.util.List;
import java.util.Map;

/** Joins modules.builtin and modules.builtin.modinfo (Documentation/kbuild/kbuild.rst). */
final class BuiltIns {
  private static final Modinfo NOTHING = new Modinfo(List.of());

  private BuiltIns() {}

  /** In the order of the first file, which is that of linking. */
  static List<BuiltIn> read(Bytes paths, Bytes modinfo) {
    Map<String, Modinfo> infos = Modinfo.of(modinfo).byModule();
    return ModuleLists.installed(paths).stream()
        .map(path -> {
          String name = ModuleLists.name(path);
          return new BuiltIn(path, name, infos.getOrDefault(name, NOTHING).aliases());
        })
        .toList();
  }
}
