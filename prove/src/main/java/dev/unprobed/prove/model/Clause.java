package dev.unprobed.prove.model;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Dependency;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the conditions that a property counts under, where it was written.
 *
 * @param symbol whose definition the line is part of; absent for a menu or an {@code if}
 */
record Clause(Expr condition, Location location, @Nullable Symbol symbol) {
  /** Those of a property: its own, those of its definition, and those of all that is around it. */
  static List<Clause> of(Property property) {
    List<Clause> clauses = new ArrayList<>();
    MenuNode node = property.node();
    if (property.ownCondition() != null) {
      clauses.add(new Clause(property.ownCondition(), property.location(), node.symbol()));
    }
    for (MenuNode at = node; at != null; at = at.enclosing()) {
      for (Dependency dependency : at.dependencies()) {
        clauses.add(new Clause(dependency.condition(), dependency.location(), at.symbol()));
      }
      if (property.visible()) {
        for (Dependency dependency : at.visibleIfs()) {
          clauses.add(new Clause(dependency.condition(), dependency.location(), at.symbol()));
        }
      }
    }
    return clauses;
  }
}
