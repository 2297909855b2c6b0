package dev.unprobed.kernel;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.modinfo.Modinfo;
import dev.unprobed.kernel.tree.TreeUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What ties a built-in unit to others.
 *
 * @param aliases of MODULE_ALIAS
 * @param depends names of units whose exports it uses
 */
record UnitLinks(List<String> aliases, Set<String> depends) {
  static final UnitLinks NONE = new UnitLinks(List.of(), Set.of());

  /** EXPORT_SYMBOL leaves such a name: the first until 6.4, the second since. */
  private static final List<String> EXPORTS = List.of("__ksymtab_", "__export_symbol_");

  /** An object and its unit. */
  record Part(TreeUnit unit, ElfFile elf) {}

  static Map<TreeUnit, UnitLinks> of(List<Part> objects) {
    Map<String, TreeUnit> exports = exports(objects);
    Map<TreeUnit, Set<String>> depends = new LinkedHashMap<>();
    Map<TreeUnit, List<String>> aliases = new HashMap<>();
    for (Part object : objects) {
      addDepends(object, exports, depends.computeIfAbsent(object.unit(), u -> new TreeSet<>()));
      Modinfo.of(object.elf())
          .byModule()
          .values()
          .forEach(info ->
              aliases
                  .computeIfAbsent(object.unit(), u -> new ArrayList<>())
                  .addAll(info.aliases()));
    }
    Map<TreeUnit, UnitLinks> links = new HashMap<>();
    depends.forEach((unit, names) -> {
      names.remove(unit.name());
      links.put(
          unit,
          new UnitLinks(List.copyOf(aliases.getOrDefault(unit, List.of())), Set.copyOf(names)));
    });
    return links;
  }

  private static Map<String, TreeUnit> exports(List<Part> objects) {
    Map<String, TreeUnit> exports = new HashMap<>();
    for (Part object : objects) {
      SymbolTable symbols = object.elf().symbols();
      for (int i = 1; i < symbols.count(); i++) {
        if (!symbols.isUndefined(i)) {
          String name = symbols.name(i);
          for (String prefix : EXPORTS) {
            if (name.startsWith(prefix)) {
              exports.put(name.substring(prefix.length()), object.unit());
            }
          }
        }
      }
    }
    return exports;
  }

  private static void addDepends(Part object, Map<String, TreeUnit> exports, Set<String> depends) {
    SymbolTable symbols = object.elf().symbols();
    for (int i = 1; i < symbols.count(); i++) {
      if (symbols.isUndefined(i) && symbols.binding(i) != Elf.STB_LOCAL) {
        TreeUnit supplier = exports.get(symbols.name(i));
        if (supplier != null) {
          depends.add(supplier.name());
        }
      }
    }
  }
}
