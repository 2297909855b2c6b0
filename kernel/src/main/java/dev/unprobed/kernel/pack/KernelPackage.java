package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.config.ConfigFile;
import dev.unprobed.kernel.image.KernelImage;
import dev.unprobed.kernel.image.RawSymbol;
import dev.unprobed.kernel.program.Program;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A kernel as a distribution ships or installs it. */
public final class KernelPackage {
  private static final Pattern MODULE = Pattern.compile("(.*)\\.ko(?:\\.(?:xz|zst|gz))?");
  private static final Pattern DEVICE_TREE = Pattern.compile(".*\\.dtbo?");

  private final String path;
  private final Program image;
  private final boolean systemMap;
  private final KernelFiles files;
  private final Map<String, String> config;

  private KernelPackage(
      String path,
      Program image,
      boolean systemMap,
      KernelFiles files,
      Map<String, String> config) {
    this.path = path;
    this.image = image;
    this.systemMap = systemMap;
    this.files = files;
    this.config = config;
  }

  /**
   * A .deb, the folder that one was unpacked to, the root of an installed system, or a boot image.
   *
   * @param cache a folder for the files of packages; nothing is written anywhere else
   * @throws MalformedInput when it is none of these, or there is no kernel in it, or several
   */
  public static KernelPackage open(Path path, Path cache) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return isDeb(path) ? openDeb(path, cache) : read(path, Search.find(path));
  }

  /** What is wrong is told of the package: the folder that it was unpacked to is nobody's. */
  private static KernelPackage openDeb(Path deb, Path cache) throws IOException {
    Path folder = unpacked(deb, cache);
    try {
      return read(deb, Search.find(folder));
    } catch (MalformedInput e) {
      String inside = e.path().replace(folder + "/", "");
      boolean whole = inside.equals(folder.toString()) || inside.equals(deb.toString());
      String path = whole ? deb.toString() : deb + "(" + inside + ")";
      throw new MalformedInput(path, e.offset(), e.check(), e.message(), e.hint());
    }
  }

  private static KernelPackage read(Path path, KernelFiles found) throws IOException {
    Bytes file = WholeFile.read(found.image());
    List<RawSymbol> symbols = SystemMap.parse(WholeFile.text(found.systemMap()));
    Program image = symbols.isEmpty() ? KernelImage.read(file) : KernelImage.read(file, symbols);
    String release = found.release().isEmpty() ? Embedded.release(image) : found.release();
    KernelFiles files = new KernelFiles(found.image(), found.root(), release);
    String config = WholeFile.text(files.config());
    Map<String, String> values =
        ConfigFile.parse(config.isEmpty() ? Embedded.config(image) : config);
    return new KernelPackage(path.toString(), image, !symbols.isEmpty(), files, values);
  }

  private static boolean isDeb(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (var in = Files.newInputStream(path)) {
      return DebFile.is(Bytes.of(path.toString(), in.readNBytes(128)));
    }
  }

  private static Path unpacked(Path deb, Path cache) throws IOException {
    try (Arena arena = Arena.ofShared();
        FileChannel channel = FileChannel.open(deb)) {
      var mapped = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      return new PackageCache(cache).unpacked(Bytes.of(deb.toString(), mapped));
    }
  }

  /** As it was given. */
  public String path() {
    return path;
  }

  /** As {@code uname -r} says. */
  public String release() {
    return files.release();
  }

  /** Values of symbols, without CONFIG_; empty when there is no configuration. */
  public Map<String, String> config() {
    return config;
  }

  /** The kernel itself. */
  public Program image() {
    return image;
  }

  /** The file of the kernel itself, as it is packed; read anew each time. */
  public Bytes imageFile() throws IOException {
    return WholeFile.read(files.image());
  }

  /** Whether its names are those of a System.map, which has data too, or its own. */
  public boolean hasSystemMap() {
    return systemMap;
  }

  /** Built-in units that could have been modules, in link order; empty when nothing tells. */
  public List<BuiltIn> builtIns() throws IOException {
    return BuiltIns.read(list("modules.builtin"), list("modules.builtin.modinfo"));
  }

  /** A file beside the modules; without bytes when there is none. */
  private Bytes list(String name) throws IOException {
    Optional<Path> file = files.modules().map(folder -> folder.resolve(name)).filter(Files::exists);
    return file.isPresent() ? WholeFile.unpacked(file.get()) : Bytes.of(name, new byte[0]);
  }

  /** By path. */
  public List<ModuleFile> modules() throws IOException {
    Optional<Path> folder = files.modules();
    return folder.isEmpty()
        ? List.of()
        : below(folder.get(), MODULE).stream()
            .map(file -> new ModuleFile(modulePath(folder.get().relativize(file)), file))
            .toList();
  }

  private static String modulePath(Path relative) {
    String path = MODULE.matcher(relative.toString()).replaceFirst("$1");
    return path.startsWith("kernel/") ? path.substring("kernel/".length()) : path;
  }

  /** By name. */
  public List<DeviceTreeFile> deviceTrees() throws IOException {
    Optional<Path> folder = files.deviceTrees();
    return folder.isEmpty()
        ? List.of()
        : below(folder.get(), DEVICE_TREE).stream()
            .map(file -> new DeviceTreeFile(folder.get().relativize(file).toString(), file))
            .toList();
  }

  private static List<Path> below(Path folder, Pattern name) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> name.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    }
  }
}
