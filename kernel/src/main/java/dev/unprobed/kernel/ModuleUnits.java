package dev.unprobed.kernel;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.driver.Findings;
import dev.unprobed.kernel.driver.Findings.FoundDeclaration;
import dev.unprobed.kernel.driver.Findings.FoundDevice;
import dev.unprobed.kernel.driver.Findings.FoundDriver;
import dev.unprobed.kernel.driver.ModuleAnalysis;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.modinfo.Modinfo;
import dev.unprobed.kernel.object.Linker;
import dev.unprobed.kernel.pack.ModuleFile;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The modules of a package, read by all processors. */
final class ModuleUnits {
  /** In bytes: what modules without debugging information never take. */
  private static final long MOST_HELD = 512L << 20;

  private final List<ModuleFile> files;
  private final Architecture architecture;
  private final AtomicLong held = new AtomicLong();
  private final Map<String, String> remarks = new ConcurrentHashMap<>();

  private ModuleUnits(List<ModuleFile> files, Architecture architecture) {
    this.files = files;
    this.architecture = architecture;
  }

  /** A module whose modinfo was read; its bytes are kept as long as not too many are. */
  private record Opened(ModuleFile file, Optional<ElfFile> elf, Modinfo modinfo) {
    List<String> depends() {
      return modinfo.depends().stream().map(name -> name.replace('-', '_')).toList();
    }
  }

  /**
   * What was read, and what could not be.
   *
   * @param image what was found in the image, now that all drivers are known
   */
  record Read(List<Unit> units, Findings image, List<String> remarks) {}

  /**
   * By path.
   *
   * @param image what was found in the image that they belong to
   */
  static Read read(List<ModuleFile> files, Architecture architecture, Findings image) {
    return new ModuleUnits(files, architecture).read(image);
  }

  private Read read(Findings image) {
    List<Opened> opened = files.parallelStream().flatMap(file -> open(file).stream()).toList();
    List<ModuleAnalysis.Module> modules =
        opened.stream()
            .map(m -> new ModuleAnalysis.Module(m.file().name(), m.depends(), () -> program(m)))
            .toList();
    Map<String, Findings> found = ModuleAnalysis.analyse(modules, image.summaries());
    NamelessDevices nameless =
        new NamelessDevices(
            Stream.concat(Stream.of(image), found.values().stream())
                .flatMap(one -> one.drivers().stream())
                .map(FoundDriver::driver)
                .toList());
    List<Unit> units =
        opened.stream()
            .filter(module -> !remarks.containsKey(module.file().path()))
            .flatMap(m ->
                Optional.ofNullable(found.get(m.file().name()))
                    .map(f -> unit(m, nameless.complete(f)))
                    .stream())
            .toList();
    return new Read(
        units,
        nameless.complete(image),
        remarks.entrySet().stream().map(ModuleUnits::remark).sorted().toList());
  }

  private static String remark(Map.Entry<String, String> entry) {
    return entry.getKey() + ": " + entry.getValue();
  }

  private Optional<Opened> open(ModuleFile file) {
    return attempt(
        file,
        () -> {
          ElfFile elf = ElfFile.read(file.bytes());
          boolean keep = held.addAndGet(elf.bytes().size()) < MOST_HELD;
          return new Opened(file, keep ? Optional.of(elf) : Optional.empty(), Modinfo.of(elf));
        });
  }

  private Program program(Opened module) {
    return attempt(
            module.file(),
            () -> {
              Optional<ElfFile> kept = module.elf();
              ElfFile elf = kept.isPresent() ? kept.get() : ElfFile.read(module.file().bytes());
              return (Program) Linker.program(elf);
            })
        .orElseGet(() -> new EmptyProgram(module.file().path(), architecture));
  }

  private static Unit unit(Opened module, Findings findings) {
    return new Unit(
        module.file().name(),
        module.file().path(),
        Linkage.MODULE,
        findings.drivers().stream().map(FoundDriver::driver).toList(),
        findings.declarations().stream().map(FoundDeclaration::declaration).toList(),
        findings.devices().stream().map(FoundDevice::device).toList(),
        module.modinfo().aliases(),
        Set.copyOf(module.depends()),
        "");
  }

  /** One broken module does not keep the others from being read. */
  private <T> Optional<T> attempt(ModuleFile file, Reading<T> reading) {
    try {
      return Optional.of(reading.read());
    } catch (MalformedInput e) {
      remarks.put(file.path(), e.message());
    } catch (IOException e) {
      remarks.put(file.path(), "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** Something that may fail because of a file. */
  private interface Reading<T> {
    T read() throws IOException;
  }
}
