package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.image.ImageTable;
import dev.unprobed.kernel.image.KernelImage;
import dev.unprobed.kernel.image.Layer;
import dev.unprobed.kernel.pack.KernelPackage;
import dev.unprobed.kernel.pack.ModuleFile;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What can be told of a kernel of which only the image is there: how much is code by the names that
 * kallsyms has, how large the tables are that have a shape of their own, of which class the rest is
 * by the marks of the linker script, and nothing about whose it is. Its modules are as exact as
 * those of a build tree.
 */
final class PackageLedger {
  private static final Owner CODE = new Owner.Table("functions, units not known");

  private final List<ImageTable> found;
  private final Program image;
  private final long start;
  private final Interval file;
  private final Interval memory;
  private final Interval init;
  private final List<Region> regions = new ArrayList<>();
  private final Tallies tallies = new Tallies();

  /** A stretch whose owner is known, or else its class. */
  private record Region(Interval where, Owner owner, ByteClass what) {}

  private PackageLedger(KernelPackage kernel) throws IOException {
    this.found = KernelImage.tables(kernel.imageFile());
    this.image = kernel.image();
    // The first name need not be the first byte; where the bytes are cut out tells the distance.
    long first = image.symbols().isEmpty() ? 0 : image.symbols().getFirst().address();
    Bytes code = image.at(first).orElseThrow(() -> nothing(kernel));
    this.start = first - code.base();
    this.file = new Interval(start, start + code.base() + code.size());
    this.memory = new Interval(start, Math.max(file.end(), address("_end").orElse(file.end())));
    this.init = init();
    region(init, ByteClass.INIT);
    region(between("_stext", "_etext"), ByteClass.TEXT);
    region(readOnly(), ByteClass.RODATA);
    region(data(), ByteClass.DATA);
    region(between("__bss_start", "__bss_stop"), ByteClass.BSS);
    regions.sort(Comparator.comparingLong(region -> region.where().start()));
  }

  /** Without names for data its end is not marked, but the relocations are the last of it. */
  private Interval init() {
    Interval marked = between("__init_begin", "__init_end");
    Interval code = between("_sinittext", "_einittext");
    long end =
        found.stream()
            .filter(table -> table.kind() == ImageTable.Kind.RELOCATIONS)
            .mapToLong(table -> start + table.end())
            .reduce(code.end(), Math::max);
    boolean told = !marked.isEmpty() || code.isEmpty();
    return told ? marked : new Interval(code.start(), end);
  }

  /** Without its marks: what the linker scripts of arm and arm64 put between code and init. */
  private Interval readOnly() {
    Interval marked = between("__start_rodata", "__end_rodata");
    OptionalLong code = address("_etext");
    boolean told = !marked.isEmpty() || code.isEmpty() || init.isEmpty();
    return told ? marked : new Interval(code.getAsLong(), init.start());
  }

  /** Without its marks: what the file has after init, whose end the relocations tell. */
  private Interval data() {
    Interval marked = between("_sdata", "_edata");
    boolean ends = found.stream().anyMatch(t -> t.kind() == ImageTable.Kind.RELOCATIONS);
    boolean told = !marked.isEmpty() || init.isEmpty() || !ends;
    return told ? marked : new Interval(init.end(), file.end());
  }

  static Ledger of(KernelPackage kernel) throws IOException {
    return new PackageLedger(kernel).write(kernel);
  }

  private Ledger write(KernelPackage kernel) throws IOException {
    List<Region> claims = new ArrayList<>(tables());
    claims.addAll(functions());
    claims.sort(Comparator.comparingLong(claim -> claim.where().start()));
    long at = memory.start();
    for (Region claim : claims) {
      Interval free = claim.where().within(new Interval(at, memory.end()));
      if (!free.isEmpty()) {
        nameless(new Interval(at, free.start()));
        add(free, claim.owner(), claim.what());
        at = free.end();
      }
    }
    nameless(new Interval(at, memory.end()));
    return new Ledger(
        kernel.path(),
        file.size(),
        memory.size(),
        tallies.entries(),
        List.of(
            "a package does not tell units apart; its image was weighed unpacked",
            headers(kernel)));
  }

  private List<Region> tables() {
    List<Region> tables = new ArrayList<>();
    for (ImageTable table : found) {
      Interval where = new Interval(start + table.start(), start + table.end());
      tables.add(
          switch (table.kind()) {
            case KALLSYMS -> new Region(where, Tables.KALLSYMS, ByteClass.KALLSYMS);
            case BTF -> new Region(where, Tables.BTF, ByteClass.BTF);
            case RELOCATIONS -> new Region(where, Tables.RELOCATIONS, ByteClass.TABLES);
          });
    }
    Interval headers = between("kernel_headers_data", "kernel_headers_data_end");
    tables.add(new Region(headers, new Owner.Unit("kernel/kheaders"), ByteClass.HEADERS));
    return tables;
  }

  private List<Region> functions() {
    return image.symbols().stream()
        .filter(s -> s.kind() == Symbol.Kind.FUNCTION && s.size() > 0)
        .filter(s -> s.address() >= start && s.address() + s.size() <= file.end())
        .map(s -> new Interval(s.address(), s.address() + s.size()))
        .map(where ->
            new Region(
                where, CODE, init.overlap(where.start(), 1) > 0 ? ByteClass.INIT : ByteClass.TEXT))
        .toList();
  }

  /** By the marks of the linker script, which say what for but not whose. */
  private void nameless(Interval stretch) {
    long at = stretch.start();
    for (Region region : regions) {
      Interval part = region.where().within(new Interval(at, stretch.end()));
      if (!part.isEmpty()) {
        add(new Interval(at, part.start()), region.owner(), ByteClass.OTHER);
        add(part, region.owner(), region.what());
        at = part.end();
      }
    }
    add(new Interval(at, stretch.end()), new Owner.Unattributed(), ByteClass.OTHER);
  }

  private void add(Interval stretch, Owner owner, ByteClass what) {
    if (!stretch.isEmpty()) {
      long from = stretch.start();
      long size = stretch.size();
      tallies.add(owner, what, file.overlap(from, size), size, init.overlap(from, size));
    }
  }

  private void region(Interval where, ByteClass what) {
    regions.add(new Region(where, new Owner.Unattributed(), what));
  }

  /** What IKHEADERS costs, said also where it is off. */
  private static String headers(KernelPackage kernel) throws IOException {
    String value = kernel.config().getOrDefault("IKHEADERS", "n");
    long module = 0;
    for (ModuleFile file : value.equals("m") ? kernel.modules() : List.<ModuleFile>of()) {
      module += file.path().equals("kernel/kheaders") ? file.bytes().size() : 0;
    }
    return switch (value) {
      case "y" -> "IKHEADERS is y: the kernel's headers are the class headers";
      case "m" ->
          "IKHEADERS is m: the kernel's headers are a module of %,d bytes".formatted(module);
      default -> "IKHEADERS is off: the kernel's headers take no byte";
    };
  }

  /** What the file of the kernel is made of; nothing of it but the kernel stays in memory. */
  static Ledger ofFile(KernelPackage kernel) throws IOException {
    Bytes file = kernel.imageFile();
    Tallies tallies = new Tallies();
    for (Layer layer : KernelImage.layers(file)) {
      String name = layer.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      ByteClass what = layer.kind() == Layer.Kind.PADDING ? ByteClass.PADDING : ByteClass.OTHER;
      Owner owner =
          layer.kind() == Layer.Kind.PADDING ? new Owner.Padding() : new Owner.Table(name);
      tallies.add(owner, what, layer.size(), 0, 0);
    }
    return new Ledger(kernel.path(), file.size(), 0, tallies.entries(), List.of());
  }

  static List<Ledger> ofModules(KernelPackage kernel) throws IOException {
    ModuleRules rules = ModuleRules.of(kernel.config(), kernel.release());
    List<Ledger> ledgers = new ArrayList<>();
    for (ModuleFile module : kernel.modules()) {
      ElfFile elf = ElfFile.read(module.bytes());
      ledgers.add(Ledgers.ofModule(module.path(), elf, module.path(), rules));
    }
    return List.copyOf(ledgers);
  }

  private static MalformedInput nothing(KernelPackage kernel) {
    return new MalformedInput(
        kernel.path(), -1, "no-symbols", "the image has no names, so nothing can be told", null);
  }

  private Interval between(String from, String to) {
    OptionalLong start = address(from);
    OptionalLong end = address(to);
    return start.isEmpty() || end.isEmpty()
        ? new Interval(0, 0)
        : new Interval(start.getAsLong(), end.getAsLong());
  }

  private OptionalLong address(String name) {
    return image.named(name).stream().mapToLong(Symbol::address).findFirst();
  }
}
