package dev.unprobed.kernel.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads modules.builtin and modules.builtin.modinfo (Documentation/kbuild/kbuild.rst). */
final class BuiltIns {
  private static final String FOLDER = "kernel/";
  private static final String SUFFIX = ".ko";

  private BuiltIns() {}

  /**
   * In the order of the first file, which is that of linking.
   *
   * @param paths a path a line
   * @param modinfo NAME.KEY=VALUE, each with a NUL behind it
   */
  static List<BuiltIn> parse(String paths, String modinfo) {
    Map<String, Map<String, List<String>>> infos = infos(modinfo);
    List<BuiltIn> units = new ArrayList<>();
    paths
        .lines()
        .filter(line -> line.startsWith(FOLDER) && line.endsWith(SUFFIX))
        .map(line -> line.substring(FOLDER.length(), line.length() - SUFFIX.length()))
        .forEach(path -> {
          String name = name(path);
          units.add(new BuiltIn(path, name, infos.getOrDefault(name, Map.of())));
        });
    return List.copyOf(units);
  }

  /** KBUILD_MODNAME of a path (scripts/Makefile.lib, name-fix). */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replace('-', '_').replace(',', '_');
  }

  private static Map<String, Map<String, List<String>>> infos(String modinfo) {
    Map<String, Map<String, List<String>>> infos = new HashMap<>();
    for (String field : modinfo.split("\0", -1)) {
      int dot = field.indexOf('.');
      int equals = field.indexOf('=');
      if (dot > 0 && equals > dot) {
        infos
            .computeIfAbsent(field.substring(0, dot), name -> new LinkedHashMap<>())
            .computeIfAbsent(field.substring(dot + 1, equals), key -> new ArrayList<>())
            .add(field.substring(equals + 1));
      }
    }
    return infos;
  }
}
