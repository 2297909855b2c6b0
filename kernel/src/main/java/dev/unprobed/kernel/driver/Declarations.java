package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.code.Addresses;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.code.Interpreter;
import dev.unprobed.kernel.driver.Findings.FoundDeclaration;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Program.Range;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.unit.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries of OF_DECLARE tables (include/linux/of.h): by section where there are sections, else from
 * the addresses in the functions that go through the tables. Those of __cpu_method_of_table and
 * __cpuidle_method_of_table name methods, not compatibles, and are left out.
 */
final class Declarations {
  private static final int MOST = 4096;
  private static final String EARLYCON = "__earlycon_table";

  /** Who goes through which table. */
  private static final Map<String, String> READERS =
      Map.of(
          "of_clk_init", "__clk_of_table", // drivers/clk/clk.c
          "irqchip_init", "__irqchip_of_table", // drivers/irqchip/irqchip.c
          "timer_probe", "__timer_of_table", // drivers/clocksource/timer-probe.c
          "fdt_init_reserved_mem", "__reservedmem_of_table", // drivers/of/of_reserved_mem.c
          "__reserved_mem_init_node", "__reservedmem_of_table",
          "early_init_dt_scan_chosen_stdout", EARLYCON); // drivers/of/fdt.c

  private final Program program;
  private final Functions functions;
  private final Layout layout;
  private final List<FoundDeclaration> found = new ArrayList<>();

  private Declarations(Program program, Functions functions) {
    this.program = program;
    this.functions = functions;
    this.layout = Layout.of(program.architecture());
  }

  static List<FoundDeclaration> of(Program program, Functions functions, Interpreter interpreter) {
    var search = new Declarations(program, functions);
    for (Range section : program.sections()) {
      var name = section.name();
      if (name.startsWith("__") && name.endsWith("_of_table") || name.equals(EARLYCON)) {
        search.range(name, section.start(), section.start() + section.size());
      }
    }
    if (search.found.isEmpty()) {
      READERS.forEach((reader, table) -> search.readBy(interpreter, reader, table));
    }
    return List.copyOf(search.found);
  }

  private void readBy(Interpreter interpreter, String reader, String table) {
    for (Symbol symbol : program.named(reader)) {
      int index = functions.at(symbol.address());
      if (index >= 0) {
        for (long address : Addresses.in(interpreter, index)) {
          if (entry(table, address).isPresent()) {
            range(table, address, Long.MAX_VALUE);
            return;
          }
        }
      }
    }
  }

  /** All entries up to an end, or up to what is none. */
  private void range(String table, long start, long end) {
    int size = size(table);
    for (int i = 0; i < MOST && start + (long) (i + 1) * size <= end; i++) {
      var entry = entry(table, start + (long) i * size);
      if (entry.isEmpty()) {
        return;
      }
      found.add(entry.get());
    }
  }

  private int size(String table) {
    return table.equals(EARLYCON) ? 144 + layout.pointer() : layout.ofDeviceId();
  }

  private Optional<FoundDeclaration> entry(String table, long at) {
    int size = size(table);
    long function = program.pointer(at + size - layout.pointer());
    int index = functions.at(function);
    if (index < 0) {
      return Optional.empty();
    }
    return program
        .at(at)
        .filter(b -> b.has(0, size))
        .flatMap(b -> compatible(table, b))
        .map(compatible ->
            new FoundDeclaration(
                declaration(table, compatible, functions.name(index)),
                function,
                functions.name(index)));
  }

  /** An earlycon may have none. */
  private static Optional<String> compatible(String table, Bytes b) {
    if (table.equals(EARLYCON)) {
      var name = Texts.within(b, 16).filter(text -> !text.isEmpty());
      return name.flatMap(n -> Texts.within(b.from(16), 128));
    }
    return DriverReader.compatible(b).map(id -> id.compatible()).filter(text -> !text.isEmpty());
  }

  /** CLK_OF_DECLARE_DRIVER gives a name of this kind to the function that it makes. */
  private static Declaration declaration(String table, String compatible, String function) {
    return new Declaration(table, compatible, function.endsWith("_of_clk_init_driver"));
  }
}
