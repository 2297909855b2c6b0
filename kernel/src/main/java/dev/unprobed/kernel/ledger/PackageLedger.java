package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.pack.KernelPackage;
import dev.unprobed.kernel.pack.ModuleFile;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What can be told of a kernel of which only the image is there: how much is code by the names that
 * kallsyms has, and nothing about whose it is. Its modules are as exact as those of a build tree.
 */
final class PackageLedger {
  private static final Owner CODE = new Owner.Table("functions, units not known");

  private PackageLedger() {}

  static Ledger of(KernelPackage kernel) {
    Program image = kernel.image();
    // The first name need not be the first byte; where the bytes are cut out tells the distance.
    long first = image.symbols().isEmpty() ? 0 : image.symbols().getFirst().address();
    Bytes code = image.at(first).orElseThrow(() -> nothing(kernel));
    long start = first - code.base();
    long size = code.base() + code.size();
    Tallies tallies = new Tallies();
    long end = start;
    List<Symbol> functions =
        image.symbols().stream()
            .filter(s -> s.kind() == Symbol.Kind.FUNCTION && s.size() > 0)
            .filter(s -> s.address() >= start && s.address() + s.size() <= start + size)
            .sorted(Comparator.comparingLong(Symbol::address))
            .toList();
    long bootFrom = address(image, "_sinittext");
    long bootTo = address(image, "_einittext");
    long left = size;
    for (Symbol function : functions) {
      long from = Math.max(end, function.address());
      long bytes = function.address() + function.size() - from;
      if (bytes > 0) {
        boolean boot = from >= bootFrom && from < bootTo;
        tallies.add(CODE, boot ? ByteClass.INIT : ByteClass.TEXT, bytes, bytes, boot ? bytes : 0);
        left -= bytes;
        end = from + bytes;
      }
    }
    tallies.add(new Owner.Unattributed(), ByteClass.OTHER, left, left, 0);
    return new Ledger(
        kernel.path(),
        size,
        size,
        tallies.entries(),
        List.of("a package does not tell units apart; its image was weighed unpacked"));
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

  private static long address(Program image, String name) {
    return image.named(name).stream().findFirst().map(Symbol::address).orElse(0L);
  }
}
