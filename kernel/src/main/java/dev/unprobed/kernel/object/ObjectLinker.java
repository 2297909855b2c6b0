package dev.unprobed.kernel.object;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Memory;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.program.SymbolIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one program of objects. */
final class ObjectLinker {
  private final String path;
  private final Architecture architecture;
  private final List<PlacedObject> objects;
  private final Addresses addresses;
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<String, Long> externals = new HashMap<>();
  private final Owners owners = new Owners();
  private final List<Memory.Part> parts = new ArrayList<>();
  private final List<Symbol> symbols = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private record Definition(long address, boolean weak) {}

  ObjectLinker(String path, Architecture architecture, List<ElfFile> files) {
    this.path = path;
    this.architecture = architecture;
    this.objects = files.stream().map(PlacedObject::new).toList();
    long undefined = objects.stream().mapToLong(PlacedObject::undefinedCount).sum();
    this.addresses = new Addresses(architecture, undefined);
  }

  LinkedProgram program() {
    place();
    objects.forEach(PlacedObject::placeSymbols);
    objects.forEach(this::define);
    objects.forEach(this::resolve);
    relocate();
    Memory memory = Memory.of(parts, architecture);
    return new LinkedProgram(path, architecture, memory, SymbolIndex.of(symbols), owners, remarks);
  }

  /**
   * arm64 reaches 128 MiB for a call, but only 1 MiB for a constant beside its code: an object
   * stays together. A32 reaches 32 MiB for a call: code stays together.
   */
  private void place() {
    switch (architecture) {
      case ARM64 ->
          objects.forEach(object -> {
            object.place(addresses, true);
            object.place(addresses, false);
          });
      case ARM -> {
        objects.forEach(object -> object.place(addresses, true));
        objects.forEach(object -> object.place(addresses, false));
      }
    }
  }

  private void relocate() {
    Unapplied unapplied = new Unapplied();
    GlobalOffsets offsets = new GlobalOffsets(addresses, objects.getFirst().file().bytes());
    for (int i = 0; i < objects.size(); i++) {
      objects.get(i).relocate(Relocator.of(architecture), offsets, unapplied);
      List<Memory.Part> placed = objects.get(i).parts();
      owners.add(i, placed);
      parts.addAll(placed);
    }
    parts.addAll(offsets.parts());
    unapplied.addRemarks(path, remarks);
  }

  private void define(PlacedObject object) {
    SymbolTable table = object.symbols();
    for (int i = 1; i < table.count(); i++) {
      if (!table.isUndefined(i) && !table.isReserved(i)) {
        define(object, i);
      } else if (table.isReserved(i) && table.section(i) == Elf.SHN_COMMON) {
        defineCommon(object, i);
      }
    }
  }

  private void define(PlacedObject object, int index) {
    SymbolTable table = object.symbols();
    int type = table.type(index);
    if (object.address(index) == PlacedObject.NOWHERE
        || type == Elf.STT_SECTION
        || type == Elf.STT_FILE) {
      return;
    }
    String name = object.name(index);
    if (!ObjectSymbols.isNamed(table, index, name)) {
      return;
    }
    Symbol.Kind kind = ObjectSymbols.kind(type, object.file().section(table.section(index)));
    symbols.add(new Symbol(name, object.address(index), table.size(index), kind));
    if (table.binding(index) != Elf.STB_LOCAL) {
      publish(name, new Definition(object.address(index), table.binding(index) == Elf.STB_WEAK));
    }
  }

  private void publish(String name, Definition definition) {
    Definition other = definitions.get(name);
    if (other == null || other.weak() && !definition.weak()) {
      definitions.put(name, definition);
    } else if (!other.weak() && !definition.weak()) {
      remarks.add("%s: %s is defined more than once".formatted(path, name));
    }
  }

  /** What C may define without a value; its st_value is an alignment. */
  private void defineCommon(PlacedObject object, int index) {
    String name = object.name(index);
    SymbolTable table = object.symbols();
    long size = table.size(index);
    Definition known = definitions.get(name);
    if (known == null) {
      long start = addresses.section(size, table.value(index), object.file().bytes(), 0);
      parts.add(new Memory.Part("COMMON", start, size, false, object.file().bytes().slice(0, 0)));
      symbols.add(new Symbol(name, start, size, Symbol.Kind.DATA));
      known = new Definition(start, true);
      definitions.put(name, known);
    }
    object.place(index, known.address());
  }

  /** A weak definition gives way to another object's strong one, for its own object too. */
  private void resolve(PlacedObject object) {
    SymbolTable table = object.symbols();
    for (int i = 1; i < table.count(); i++) {
      if (table.isUndefined(i)) {
        String name = object.name(i);
        object.place(i, name.isEmpty() ? PlacedObject.NOWHERE : needed(name));
      } else if (table.binding(i) == Elf.STB_WEAK && objects.size() > 1) {
        Definition chosen = definitions.get(object.name(i));
        object.place(i, chosen == null ? object.address(i) : chosen.address());
      }
    }
  }

  private long needed(String name) {
    Definition definition = definitions.get(name);
    return definition != null
        ? definition.address()
        : externals.computeIfAbsent(name, this::external);
  }

  private long external(String name) {
    long address = addresses.external();
    symbols.add(new Symbol(name, address, 0, Symbol.Kind.EXTERNAL));
    return address;
  }
}
