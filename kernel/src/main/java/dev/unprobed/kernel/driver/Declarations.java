package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.driver.Findings.FoundDeclaration;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Program.Range;
import dev.unprobed.kernel.unit.Declaration;
import java.util.ArrayList;
import java.util.List;

/** Entries of OF_DECLARE tables (include/linux/of.h): by section where there are sections. */
final class Declarations {
  private final Program program;
  private final Functions functions;
  private final Layout layout;
  private final List<FoundDeclaration> found = new ArrayList<>();

  private Declarations(Program program, Functions functions) {
    this.program = program;
    this.functions = functions;
    this.layout = Layout.of(program.architecture());
  }

  static List<FoundDeclaration> of(Program program, Functions functions) {
    var search = new Declarations(program, functions);
    for (Range section : program.sections()) {
      var name = section.name();
      if (name.startsWith("__") && (name.endsWith("_of_table") || name.endsWith("_of_table_end"))) {
        search.range(name, section.start(), section.start() + section.size());
      }
    }
    return List.copyOf(search.found);
  }

  private void range(String table, long start, long end) {
    int size = layout.ofDeviceId();
    for (long at = start; at + size <= end; at += size) {
      long data = program.pointer(at + 192);
      var id = program.at(at).filter(b -> b.has(0, size)).flatMap(DriverReader::compatible);
      id.ifPresent(i -> {
        int function = functions.at(data);
        var name = function >= 0 ? functions.name(function) : "";
        var declaration = new Declaration(table, i.compatible());
        found.add(new FoundDeclaration(declaration, function >= 0 ? data : 0, name));
      });
    }
  }
}
