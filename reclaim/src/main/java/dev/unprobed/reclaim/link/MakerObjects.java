package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.object.LinkedProgram;
import dev.unprobed.kernel.object.Linker;
import dev.unprobed.kernel.program.Program.Range;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.tree.TreeObject;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the drivers of units lie that stay and make devices: their objects get a section that
 * points to each struct device_driver, which may be a static one.
 */
final class MakerObjects {
  private static final int R_AARCH64_PREL32 = 261;

  /** A struct device_driver in a section of an object. */
  private record Place(int section, long offset) {}

  private final List<Maker> makers = new ArrayList<>();
  private final Map<String, Map<Integer, List<Place>>> places = new LinkedHashMap<>();

  /**
   * Finds them.
   *
   * @param kernel what was read of the same tree: addresses of drivers are those of this link
   * @param wanted KBUILD_MODFILEs of makers
   */
  static MakerObjects of(BuildTree tree, Kernel kernel, Set<String> wanted) throws IOException {
    List<TreeObject> objects = new ArrayList<>();
    List<ElfFile> files = new ArrayList<>();
    for (var unit : tree.builtIn()) {
      for (TreeObject object : unit.objects()) {
        Bytes bytes = object.open();
        if (ElfFile.isElf(bytes)) {
          objects.add(object);
          files.add(ElfFile.read(bytes));
        }
      }
    }
    MakerObjects found = new MakerObjects();
    LinkedProgram program = Linker.link(tree.root().toString(), files);
    NavigableMap<Long, Range> ranges = new TreeMap<>();
    program.sections().forEach(range -> ranges.put(range.start(), range));
    for (Unit unit : kernel.units()) {
      if (unit.linkage() == Linkage.BUILT_IN && wanted.contains(unit.path())) {
        found.add(unit, program, ranges, objects, files);
      }
    }
    return found;
  }

  /** By their number in the table. */
  List<Maker> makers() {
    return makers;
  }

  /** Paths of objects that change. */
  Set<String> objects() {
    return places.keySet();
  }

  /** An object with the lists of those drivers that it has. */
  void apply(String path, ObjectEditor editor, int units) {
    places
        .getOrDefault(path, Map.of())
        .forEach((maker, drivers) -> {
          String name = SectionNames.inits(Maker.rank(units, maker));
          int section = editor.add(name, Elf.SHF_ALLOC, 4, new byte[4 * drivers.size()]);
          List<Relocation> relocations = new ArrayList<>();
          for (Place driver : drivers) {
            relocations.add(relocation(editor, 4L * relocations.size(), driver));
          }
          editor.relocate(section, relocations);
        });
  }

  private static Relocation relocation(ObjectEditor editor, long offset, Place to) {
    SymbolTable symbols = editor.object().symbols();
    for (int i = 1; i < symbols.count(); i++) {
      if (!symbols.isReserved(i)
          && symbols.section(i) == to.section()
          && symbols.binding(i) == Elf.STB_LOCAL) {
        return new Relocation(offset, R_AARCH64_PREL32, i, to.offset() - symbols.value(i));
      }
    }
    int fresh = editor.addSectionSymbol(to.section());
    return new Relocation(offset, R_AARCH64_PREL32, fresh, to.offset());
  }

  private void add(
      Unit unit,
      LinkedProgram program,
      NavigableMap<Long, Range> ranges,
      List<TreeObject> objects,
      List<ElfFile> files) {
    int count = 0;
    for (Driver driver : unit.drivers()) {
      Map.Entry<Long, Range> range = ranges.floorEntry(driver.address());
      int object = program.object(driver.address()).orElse(-1);
      if (range == null || object < 0 || !range.getValue().contains(driver.address())) {
        continue;
      }
      Optional<Section> section = files.get(object).section(range.getValue().name());
      if (section.isPresent()) {
        places
            .computeIfAbsent(objects.get(object).path(), p -> new HashMap<>())
            .computeIfAbsent(makers.size(), m -> new ArrayList<>())
            .add(new Place(section.get().index(), driver.address() - range.getKey()));
        count++;
      }
    }
    makers.add(new Maker(unit.path(), count));
  }
}
