package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.link.LinkInput;
import dev.unprobed.kernel.link.Placement;
import dev.unprobed.kernel.modinfo.Modinfo;
import dev.unprobed.kernel.pack.KernelPackage;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.tree.TreeObject;
import dev.unprobed.kernel.tree.TreeUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads ledgers. */
public final class Ledgers {
  /** What a module's file has for its loader only. */
  private static final Owner ELF = new Owner.Table("headers, symbols, relocations");

  private Ledgers() {}

  /**
   * Of the uncompressed image in a build tree.
   *
   * @throws IOException when a file cannot be read
   * @throws dev.unprobed.kernel.bytes.MalformedInput when one is not what it has to be
   */
  public static Ledger ofTree(Path root) throws IOException {
    return placedOfTree(root).ledger();
  }

  /** The same, and where everything lies. */
  public static PlacedLedger placedOfTree(Path root) throws IOException {
    LinkedTree tree = new LinkedTree(root);
    Placement placement = tree.placement();
    Map<String, Owner> units = units(BuildTree.read(root));
    Owners owners = new Owners(input -> owner(units, input), tree.inputs());
    Optional<Path> image = image(root);
    long fileSize =
        image.isPresent() ? Files.size(image.get()) : ImageLedger.fileSize(tree.linked());
    List<String> remarks = remarks(placement, image.isPresent());
    if (tree.inputs().stream()
        .noneMatch(input -> LinkedTree.original(input).equals(Owners.HEADERS))) {
      remarks.add("IKHEADERS is not built in: the kernel's headers take no byte");
    }
    return new ImageLedger(placement, owners, tree.linked(), fileSize)
        .write(image.orElse(root.resolve("vmlinux")).toString(), remarks);
  }

  private static Map<String, Owner> units(BuildTree tree) {
    Map<String, Owner> units = new HashMap<>();
    for (TreeUnit unit : tree.builtIn()) {
      Owner owner = new Owner.Unit(unit.path());
      unit.objects().forEach(object -> units.put(object.path(), owner));
    }
    return units;
  }

  private static Owner owner(Map<String, Owner> units, LinkInput input) {
    return LinkedTree.table(input)
        .or(() -> Optional.ofNullable(units.get(LinkedTree.original(input))))
        .orElseGet(() -> new Owner.Core(folder(LinkedTree.original(input))));
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static Optional<Path> image(Path root) throws IOException {
    try (var architectures = Files.list(root.resolve("arch"))) {
      return architectures.map(a -> a.resolve("boot/Image")).filter(Files::exists).findFirst();
    }
  }

  private static List<String> remarks(Placement placement, boolean hasImage) {
    List<String> remarks = new ArrayList<>();
    if (!hasImage) {
      remarks.add("there is no Image; what objcopy would make of vmlinux was weighed");
    }
    if (placement.moved() > 0 || placement.conflicts() > 0) {
      remarks.add(
          "%d of %d sections are not where the replay put them"
              .formatted(placement.moved(), placement.placed()));
    }
    return remarks;
  }

  /**
   * Of a module: the file's bytes, and the pages that it takes once it is loaded.
   *
   * @param path of the file, for people
   * @param unit its KBUILD_MODFILE, such as drivers/rtc/rtc-pl030
   */
  public static Ledger ofModule(String path, ElfFile module, String unit, ModuleRules rules) {
    Tallies tallies = new Tallies();
    Owner owner = new Owner.Unit(unit);
    long memory = new ModuleLayout(module, owner, rules, tallies).lay();
    long left = module.bytes().size();
    for (Section section : module.sections()) {
      if (section.isAllocated() && section.isInFile()) {
        tallies.add(owner, SectionClass.of(section), section.size(), 0, 0);
        left -= section.size();
      }
    }
    tallies.add(ELF, ByteClass.OTHER, left, 0, 0);
    return new Ledger(path, module.bytes().size(), memory, tallies.entries(), List.of());
  }

  /**
   * Of whatever a path leads to: a build tree, a module, or else a package or an installed kernel.
   *
   * @param cache for what a package is unpacked to
   */
  public static Ledger read(Path path, Path cache) throws IOException {
    if (Files.isDirectory(path) && Files.exists(path.resolve("vmlinux"))) {
      return ofTree(path);
    }
    if (path.toString().endsWith(".ko")) {
      return ofModule(path, path.toString().replaceFirst("\\.ko$", ""));
    }
    return PackageLedger.of(KernelPackage.open(path, cache));
  }

  /**
   * Of the file of a boot image or of the one in a package: what is packed in it, what unpacks it.
   *
   * @param cache for what a package is unpacked to
   */
  public static Ledger readFile(Path path, Path cache) throws IOException {
    Optional<Path> built = BuildTree.isTree(path) ? bootFile(path) : Optional.of(path);
    return PackageLedger.ofFile(KernelPackage.open(built.orElse(path), cache));
  }

  /** The smallest of the images that a build made. */
  private static Optional<Path> bootFile(Path root) throws IOException {
    try (var files = Files.walk(root.resolve("arch"), 3)) {
      return files
          .filter(
              file -> file.toString().matches(".*/boot/(zImage|vmlinuz\\.efi|Image\\.gz|Image)"))
          .min(Comparator.comparingLong(file -> file.toFile().length()));
    }
  }

  /**
   * Of all modules of a build tree, or of a package or an installed kernel, by path.
   *
   * @param cache for what a package is unpacked to
   */
  public static List<Ledger> readModules(Path path, Path cache) throws IOException {
    return BuildTree.isTree(path) || Files.exists(path.resolve("modules.order"))
        ? ofBuiltModules(path)
        : PackageLedger.ofModules(KernelPackage.open(path, cache));
  }

  private static List<Ledger> ofBuiltModules(Path root) throws IOException {
    BuildTree tree = BuildTree.read(root);
    List<Ledger> ledgers = new ArrayList<>();
    for (TreeUnit module : tree.modules()) {
      for (TreeObject object : module.objects()) {
        ElfFile elf = ElfFile.read(object.open());
        ModuleRules rules = ModuleRules.of(tree.config(), release(elf));
        ledgers.add(ofModule(object.path(), elf, module.path(), rules));
      }
    }
    return List.copyOf(ledgers);
  }

  private static Ledger ofModule(Path file, String unit) throws IOException {
    ElfFile elf = ElfFile.read(Bytes.of(file));
    return ofModule(file.toString(), elf, unit, ModuleRules.of(Map.of(), release(elf)));
  }

  /** A module says for which kernel it is: vermagic begins with the release. */
  static String release(ElfFile module) {
    return Modinfo.of(module).value("vermagic").orElse("");
  }
}
