package dev.unprobed.kernel;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.driver.Findings;
import dev.unprobed.kernel.driver.ProgramAnalysis;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.kbuild.BuildUnit;
import dev.unprobed.kernel.object.LinkedProgram;
import dev.unprobed.kernel.object.Linker;
import dev.unprobed.kernel.pack.ModuleFile;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.tree.TreeObject;
import dev.unprobed.kernel.tree.TreeUnit;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a kernel of a build tree. All built-in objects are linked into one program, so that every
 * call is followed wherever it leads; what is found belongs to the unit whose object it is in.
 */
final class TreeKernel {
  private final BuildTree tree;
  private final List<String> remarks;
  private @Nullable BuildPlan plan;

  /** An object that could be read, and the unit it is of. */
  private record Opened(TreeUnit unit, ElfFile elf) {}

  TreeKernel(BuildTree tree) {
    this.tree = tree;
    this.remarks = new ArrayList<>(tree.remarks());
  }

  Kernel read(Consumer<Architecture> early) {
    List<Opened> opened = opened();
    Architecture architecture = architecture(opened);
    early.accept(architecture);
    plan = tree.sources().map(s -> BuildPlan.read(s, architecture.kernelName())).orElse(null);
    List<Unit> units = units(opened, architecture);
    return new Kernel(
        tree.root().toString(),
        tree.release(),
        architecture,
        tree.config(),
        List.copyOf(units),
        List.copyOf(remarks));
  }

  private List<Unit> units(List<Opened> opened, Architecture architecture) {
    if (opened.isEmpty()) {
      return modules(architecture, Findings.NONE).units();
    }
    LinkedProgram program =
        Linker.link(tree.root().toString(), opened.stream().map(Opened::elf).toList());
    Findings findings = ProgramAnalysis.analyse(program);
    remarks.addAll(program.remarks());
    remarks.addAll(findings.remarks());
    ModuleUnits.Read modules = modules(architecture, findings);
    List<Unit> units = new ArrayList<>(builtIn(opened, program, modules.image()));
    units.addAll(modules.units());
    return units;
  }

  private List<Unit> builtIn(List<Opened> opened, LinkedProgram program, Findings findings) {
    TreeUnit nowhere = new TreeUnit("", "", Linkage.BUILT_IN, List.of());
    Map<TreeUnit, UnitFindings> found =
        UnitFindings.split(
            findings,
            (function, name) -> {
              var object = program.object(function);
              return object.isPresent() ? opened.get(object.getAsInt()).unit() : nowhere;
            });
    if (found.containsKey(nowhere)) {
      remarks.add("some drivers or devices are of no unit: " + found.get(nowhere));
    }
    Map<TreeUnit, UnitLinks> links =
        UnitLinks.of(opened.stream().map(o -> new UnitLinks.Part(o.unit(), o.elf())).toList());
    return tree.builtIn().stream()
        .map(unit ->
            unit(
                unit,
                found.getOrDefault(unit, UnitFindings.NONE),
                links.getOrDefault(unit, UnitLinks.NONE)))
        .toList();
  }

  private Unit unit(TreeUnit unit, UnitFindings found, UnitLinks links) {
    return new Unit(
        unit.name(),
        unit.path(),
        unit.linkage(),
        found.drivers(),
        found.declarations(),
        found.devices(),
        links.aliases(),
        links.depends(),
        symbol(unit.path()));
  }

  private String symbol(String path) {
    return Optional.ofNullable(plan).flatMap(p -> p.built(path)).map(BuildUnit::symbol).orElse("");
  }

  private ModuleUnits.Read modules(Architecture architecture, Findings image) {
    List<ModuleFile> files =
        tree.modules().stream()
            .map(u -> new ModuleFile(u.path(), u.objects().getFirst().file()))
            .toList();
    ModuleUnits.Read read = ModuleUnits.read(files, architecture, image);
    remarks.addAll(read.remarks());
    List<Unit> units = read.units().stream().map(this::withSymbol).toList();
    return new ModuleUnits.Read(units, read.image(), read.remarks());
  }

  private Unit withSymbol(Unit unit) {
    return new Unit(
        unit.name(),
        unit.path(),
        unit.linkage(),
        unit.drivers(),
        unit.declarations(),
        unit.devices(),
        unit.aliases(),
        unit.depends(),
        symbol(unit.path()));
  }

  private Architecture architecture(List<Opened> opened) {
    Stream<ElfFile> all =
        Stream.concat(
            opened.stream().map(Opened::elf),
            tree.modules().stream().flatMap(u -> u.objects().stream()).flatMap(this::open));
    return all.findFirst()
        .map(Linker::architecture)
        .orElseThrow(() ->
            new MalformedInput(
                tree.root().toString(),
                -1,
                "empty-tree",
                "nothing is built in this tree",
                "build it, or give the folder of O="));
  }

  private List<Opened> opened() {
    return tree.builtIn().stream()
        .flatMap(unit -> unit.objects().stream().flatMap(this::open).map(e -> new Opened(unit, e)))
        .toList();
  }

  /**
   * What is not an ELF file may be bitcode, when the whole kernel is optimised when it is linked.
   */
  private Stream<ElfFile> open(TreeObject object) {
    try {
      return Stream.of(ElfFile.read(object.open()));
    } catch (MalformedInput e) {
      remarks.add(object.path() + " cannot be read: " + e.message());
      return Stream.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
