package dev.unprobed.app;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.SymbolTable;
import dev.unprobed.prove.sat.Dimacs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the formula of a tree for other solvers.
 *
 * @param values the symbols, with all that they depend on, and the condition, which becomes a
 *     clause
 */
record DimacsJob(ValuesJob values, Path file) {
  int run(Console console) {
    ConfiguredTree tree = values.tree();
    TreeSymbols names = values.names();
    Model model = Model.of(tree.loaded().tree());
    List<Symbol> symbols = values.symbols(model, names);
    int condition = values.condition(model, names);
    symbols.forEach(model::view);
    model.cnf().add(condition);
    Map<String, Integer> table = SymbolTable.of(model);
    StringBuilder text = new StringBuilder();
    new Dimacs(model.cnf()).write(remarks(), table, text);
    OutputFiles.ofProcess().writeBytes(file, text.toString());
    console.say(
        "%s: %,d symbols, %,d variables, %,d clauses"
            .formatted(
                file,
                model.encoded().stream().filter(symbol -> symbol.name() != null).count(),
                model.cnf().variables(),
                model.cnf().clauses()));
    return ExitStatus.HOLDS.code();
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add("unprobed " + Version.text());
    remarks.add("the configurations of " + ByteText.encode(values.tree().title()));
    if (!values.when().isBlank()) {
      remarks.add("in which this is not n: " + ByteText.encode(values.when()));
    }
    remarks.add("a symbol's value, and the literal that is true where it has it:");
    return remarks;
  }
}
