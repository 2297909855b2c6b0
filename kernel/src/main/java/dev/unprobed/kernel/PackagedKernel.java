package dev.unprobed.kernel;

import dev.unprobed.kernel.driver.Findings;
import dev.unprobed.kernel.driver.ProgramAnalysis;
import dev.unprobed.kernel.pack.BuiltIn;
import dev.unprobed.kernel.pack.KernelPackage;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A distribution's kernel: what its image has built in, then its modules. */
final class PackagedKernel {
  private PackagedKernel() {}

  static Kernel read(KernelPackage pack, Consumer<Architecture> early) throws IOException {
    early.accept(pack.image().architecture());
    List<BuiltIn> builtIns = pack.builtIns();
    Findings findings = ProgramAnalysis.analyse(pack.image());
    List<String> remarks = new ArrayList<>(findings.remarks());
    var owners = BuiltInOwners.of(pack, builtIns, findings);
    ModuleUnits.Read modules =
        ModuleUnits.read(pack.modules(), pack.image().architecture(), findings);
    List<Unit> units = new ArrayList<>(new BuiltInUnits(owners, modules.image()).units());
    nameless(units).ifPresent(remarks::add);
    units.addAll(modules.units());
    remarks.addAll(modules.remarks());
    if (modules.units().isEmpty() && "y".equals(pack.config().get("MODULES"))) {
      remarks.add("there are no modules beside the image");
    }
    return new Kernel(
        pack.path(),
        pack.release(),
        pack.image().architecture(),
        pack.config(),
        List.copyOf(units),
        List.copyOf(remarks));
  }

  /** Nobody should take the name of an initcall for that of a unit. */
  private static Optional<String> nameless(List<Unit> units) {
    long drivers =
        units.stream()
            .filter(unit -> unit.name().startsWith("("))
            .mapToLong(unit -> unit.drivers().size())
            .sum();
    return drivers == 0
        ? Optional.empty()
        : Optional.of(
            drivers
                + " built-in drivers are of units that the files do not name; these have the name"
                + " of their initcall, in parentheses");
  }
}
