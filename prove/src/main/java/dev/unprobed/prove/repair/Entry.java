package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Dependency;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A definition of a symbol as lines of a file. */
record Entry(Patch patch, MenuNode node) {
  /** The first definition of a symbol, of those with a prompt if there are any. */
  static Entry of(Patch patch, Symbol symbol) {
    return symbol.definitions().stream()
        .filter(node -> node.prompt() != null)
        .findFirst()
        .or(() -> symbol.definitions().stream().findFirst())
        .map(node -> new Entry(patch, node))
        .orElseThrow();
  }

  private String file() {
    return node.location().file();
  }

  /** Its first line. */
  Location first() {
    return node.location();
  }

  /** The line of its type and prompt, or its first one. */
  Location type() {
    Property prompt = node.prompt();
    if (prompt != null) {
      return continued(prompt.location());
    }
    return continued(types().stream().findFirst().orElse(node.location()));
  }

  /** The lines that begin with its type; empty where another definition says it. */
  List<Location> types() {
    List<Location> types = new ArrayList<>();
    for (int line = first().line() + 1; line <= patch.length(file()); line++) {
      String text = patch.line(file(), line);
      boolean inside = text.isBlank() || text.charAt(0) == '\t' || text.charAt(0) == ' ';
      if (!inside || text.strip().matches("(---)?help(---)?")) {
        break;
      }
      if (text.strip().matches("(def_)?(bool(ean)?|tristate)\\b.*")) {
        types.add(new Location(file(), line));
      }
    }
    return types;
  }

  /** Its last line but for a help text. */
  Location lastAttribute() {
    int last = type().line();
    for (Property property : Objects.requireNonNull(node.symbol()).properties()) {
      if (property.node() == node && property.location().file().equals(file())) {
        last = Math.max(last, property.location().line());
      }
    }
    for (Dependency dependency : node.dependencies()) {
      last = Math.max(last, dependency.location().line());
    }
    return continued(new Location(file(), last));
  }

  /** Its last line: a definition and its help text are indented, or empty lines between. */
  Location last() {
    int last = lastAttribute().line();
    for (int line = last + 1; line <= patch.length(file()); line++) {
      String text = patch.line(file(), line);
      boolean blank = text.isBlank();
      if (!blank && text.charAt(0) != '\t' && text.charAt(0) != ' ') {
        break;
      }
      last = blank ? last : line;
    }
    return new Location(file(), last);
  }

  /** The last line of a statement that goes on where lines end in a backslash. */
  private Location continued(Location location) {
    int line = location.line();
    while (patch.line(file(), line).endsWith("\\")) {
      line++;
    }
    return new Location(file(), line);
  }
}
