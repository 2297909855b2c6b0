package dev.unprobed.kernel.link;

import dev.unprobed.kernel.link.Statement.Assign;
import dev.unprobed.kernel.link.Statement.Data;
import dev.unprobed.kernel.link.Statement.Inputs;
import dev.unprobed.kernel.link.Statement.Order;
import dev.unprobed.kernel.link.Statement.Output;
import dev.unprobed.kernel.link.Statement.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a linker script that went through the preprocessor, such as arch/arm64/kernel/vmlinux.lds.
 */
final class ScriptReader {
  private static final Map<String, Integer> DATA =
      Map.of("BYTE", 1, "SHORT", 2, "LONG", 4, "QUAD", 8, "SQUAD", 8);
  private static final Map<String, Order> ORDERS =
      Map.of(
          "SORT", Order.NAME,
          "SORT_BY_NAME", Order.NAME,
          "SORT_BY_ALIGNMENT", Order.ALIGNMENT,
          "SORT_NONE", Order.FOUND);
  private static final Set<String> PROVIDED = Set.of("PROVIDE", "PROVIDE_HIDDEN", "HIDDEN");

  private final ScriptText text;
  private String section = "";

  private ScriptReader(ScriptText text) {
    this.text = text;
  }

  /** The statements of its SECTIONS, and its assignments outside of them, in order. */
  static List<Statement> read(String path, String script) {
    ScriptReader reader = new ScriptReader(new ScriptText(path, script));
    List<Statement> statements = new ArrayList<>();
    while (!reader.text.atEnd()) {
      reader.command(statements);
    }
    return List.copyOf(statements);
  }

  private void command(List<Statement> to) {
    if (text.takes(";")) {
      return;
    }
    String name = demandName();
    if (name.equals("SECTIONS")) {
      text.demand("{");
      while (!text.takes("}")) {
        inSections(to);
      }
    } else if (name.equals("PHDRS") && text.takes("{")) {
      skipTo('}');
    } else if (!assigned(name, to)) {
      text.skipParentheses();
    }
  }

  private void inSections(List<Statement> to) {
    if (text.takes(";")) {
      return;
    }
    String name = demandName();
    if (assigned(name, to)) {
      return;
    }
    if (name.equals("OVERLAY")) {
      overlay(to);
    } else if (text.sees("(") && Character.isUpperCase(name.charAt(0))) {
      text.skipParentheses();
    } else {
      to.add(output(name));
    }
  }

  /** An assignment, plain or provided. */
  private boolean assigned(String name, List<Statement> to) {
    if (PROVIDED.contains(name) && text.takes("(")) {
      boolean assigned = assigned(demandName(), to);
      text.demand(")");
      return assigned;
    }
    String operator = text.assignment();
    if (operator.isEmpty()) {
      return false;
    }
    ExpressionReader reader = new ExpressionReader(text);
    Expression value = reader.read();
    boolean relative = name.equals(".") && operator.equals("=") && reader.isConstant();
    String start = section;
    Expression absolute =
        relative && !start.isEmpty()
            ? scope -> scope.section("ADDR", start) + value.value(scope)
            : value;
    to.add(new Assign(name, operator, absolute));
    text.takes(";");
    return true;
  }

  /** NAME [address] : [AT(…)] [ALIGN(…)] { … } [>region] [:segment] [=fill] */
  private Output output(String name) {
    if (!text.sees(":")) {
      new ExpressionReader(text).read();
    }
    text.demand(":");
    Expression alignment = attributes();
    Output output = new Output(name, alignment, body(name));
    trailer();
    return output;
  }

  private @Nullable Expression attributes() {
    Expression alignment = null;
    while (!text.sees("{")) {
      String attribute = text.word();
      if (attribute.equals("ALIGN")) {
        text.demand("(");
        alignment = new ExpressionReader(text).read();
        text.demand(")");
      } else if (text.sees("(")) {
        text.skipParentheses();
      } else if (attribute.isEmpty()) {
        throw text.malformed("expected '{'");
      }
    }
    return alignment;
  }

  private void trailer() {
    while (true) {
      if (text.takes(">") || text.takes("AT>") || text.takes(":")) {
        demandName();
      } else if (text.takes("=")) {
        new ExpressionReader(text).read();
      } else {
        text.takes(",");
        return;
      }
    }
  }

  private void overlay(List<Statement> to) {
    if (!text.sees(":")) {
      new ExpressionReader(text).read();
    }
    text.demand(":");
    attributes();
    text.demand("{");
    while (!text.takes("}")) {
      String name = demandName();
      to.add(new Output(name, null, body(name)));
      trailer();
    }
    trailer();
  }

  private List<Statement> body(String name) {
    section = name;
    text.demand("{");
    List<Statement> body = new ArrayList<>();
    while (!text.takes("}")) {
      inOutput(body);
    }
    section = "";
    return List.copyOf(body);
  }

  private void inOutput(List<Statement> to) {
    if (text.takes(";")) {
      return;
    }
    String name = demandName();
    Integer data = DATA.get(name);
    if (data != null && text.sees("(")) {
      text.skipParentheses();
      to.add(new Data(data));
    } else if (name.equals("KEEP") && text.takes("(")) {
      to.add(inputs(demandName()));
      text.demand(")");
    } else if (name.equals("CONSTRUCTORS")) {
      text.takes(";");
    } else if ((name.equals("ASSERT") || name.equals("FILL")) && text.sees("(")) {
      text.skipParentheses();
    } else if (!assigned(name, to)) {
      to.add(inputs(name));
    }
  }

  private Inputs inputs(String file) {
    if (file.startsWith("SORT") && text.takes("(")) {
      Glob sorted = new Glob(demandName());
      text.demand(")");
      return new Inputs(sorted, patterns(List.of()));
    }
    if (file.equals("EXCLUDE_FILE") && text.sees("(")) {
      List<Glob> excluded = excluded();
      return new Inputs(new Glob(demandName()), patterns(excluded));
    }
    return new Inputs(new Glob(file), patterns(List.of()));
  }

  private List<Pattern> patterns(List<Glob> excluded) {
    List<Pattern> patterns = new ArrayList<>();
    if (!text.takes("(")) {
      return List.of(new Pattern(new Glob("*"), excluded, Order.FOUND));
    }
    while (!text.takes(")")) {
      patterns.add(pattern(excluded, Order.FOUND));
      text.takes(",");
    }
    return List.copyOf(patterns);
  }

  private Pattern pattern(List<Glob> excluded, Order order) {
    String name = demandName();
    if (name.equals("EXCLUDE_FILE") && text.sees("(")) {
      return pattern(excluded(), order);
    }
    if ((name.equals("KEEP") || name.startsWith("SORT")) && text.takes("(")) {
      text.enter();
      Order inner = ORDERS.getOrDefault(name, order);
      Pattern pattern = pattern(excluded, order == Order.FOUND ? inner : order);
      text.demand(")");
      text.leave();
      return pattern;
    }
    return new Pattern(new Glob(name), excluded, order);
  }

  private List<Glob> excluded() {
    List<Glob> files = new ArrayList<>();
    text.demand("(");
    while (!text.takes(")")) {
      files.add(new Glob(demandName()));
    }
    return List.copyOf(files);
  }

  private String demandName() {
    String name = text.name();
    if (name.isEmpty()) {
      throw text.malformed("expected a name");
    }
    return name;
  }

  private void skipTo(char end) {
    while (text.character() != end) {
      // What stands in between does not matter.
    }
  }
}
