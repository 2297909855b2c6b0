package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.sat.Cnf;
import org.jspecify.annotations.Nullable;

/** Every line says what it says. */
record StatedLines(Expressions expressions) implements Lines {
  @Override
  public Pair condition(Property property) {
    return expressions.value(property.condition());
  }

  @Override
  public Pair value(Property property) {
    return expressions.value(property.value());
  }

  @Override
  public Pair direct(Symbol symbol) {
    return expressions.value(symbol.directDependency());
  }

  @Override
  public Pair reverse(Symbol symbol) {
    return anyOf(symbol.reverseDependency());
  }

  @Override
  public Pair weakReverse(Symbol symbol) {
    return anyOf(symbol.weakReverseDependency());
  }

  private Pair anyOf(@Nullable Expr requests) {
    return requests == null ? Pair.NO : expressions.value(requests);
  }

  @Override
  public int bool(Symbol symbol) {
    return Cnf.TRUE;
  }

  @Override
  public int choice(Symbol choice) {
    return Cnf.TRUE;
  }

  @Override
  public Pair undefined(Symbol symbol) {
    return Pair.NO;
  }
}
