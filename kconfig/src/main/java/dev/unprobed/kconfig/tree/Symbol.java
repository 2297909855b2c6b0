package dev.unprobed.kconfig.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configuration symbol, a constant, or a choice (which conf keeps as a symbol too). Identity is
 * equality: a tree has one object for each name, and another for the same text in quotes.
 */
public final class Symbol {
  final int id;
  final @Nullable String name;
  final boolean constant;
  final boolean choice;
  SymbolType type = SymbolType.UNKNOWN;
  final List<Property> properties = new ArrayList<>(4);
  final List<MenuNode> definitions = new ArrayList<>(1);
  final List<Symbol> members = new ArrayList<>(0);
  @Nullable Symbol owner;
  @Nullable Expr directDependency;
  @Nullable Expr reverseDependency;
  @Nullable Expr weakReverseDependency;
  boolean listedMember;
  boolean optional;
  boolean transitional;
  boolean checked;
  boolean unwritten;
  boolean onInAllNo;

  Symbol(int id, @Nullable String name, boolean constant, boolean choice) {
    this.id = id;
    this.name = name;
    this.constant = constant;
    this.choice = choice;
  }

  /** A number below {@link MenuTree#symbolCount()}. */
  public int id() {
    return id;
  }

  /** Absent for a choice without a name. */
  public @Nullable String name() {
    return name;
  }

  /** The name for messages; conf's {@code <choice>} where there is none. */
  public String displayName() {
    return name == null ? "<choice>" : name;
  }

  public SymbolType type() {
    return type;
  }

  /**
   * Whether the symbol is a value: y, m, n, a word in quotes. Undefined words are symbols of
   * unknown type instead.
   */
  public boolean constant() {
    return constant;
  }

  public boolean choice() {
    return choice;
  }

  /** The choice that this symbol is a member of, if any. */
  public @Nullable Symbol owner() {
    return owner;
  }

  /** Whether a definition of this symbol stands inside a choice (6.10 and later). */
  public boolean listedMember() {
    return listedMember;
  }

  /** The members of a choice, in the order of the files. */
  public List<Symbol> members() {
    return Collections.unmodifiableList(members);
  }

  /** Whether all members of this choice may be off (6.1 and before). */
  public boolean optional() {
    return optional;
  }

  /** Whether this symbol only hands its user value to a new name (6.18 and later). */
  public boolean transitional() {
    return transitional;
  }

  /** Whether the symbol never stands in a {@code .config} ({@code option env}). */
  public boolean unwritten() {
    return unwritten;
  }

  /** Whether allnoconfig sets the symbol to y ({@code option allnoconfig_y}). */
  public boolean onInAllNo() {
    return onInAllNo;
  }

  /**
   * Prompts, defaults, selects, implies and ranges of all definitions, in the order in which they
   * were read.
   */
  public List<Property> properties() {
    return Collections.unmodifiableList(properties);
  }

  /** The places where the symbol is defined. */
  public List<MenuNode> definitions() {
    return Collections.unmodifiableList(definitions);
  }

  /** Whether some {@code config} defines the symbol. */
  public boolean defined() {
    return !definitions.isEmpty();
  }

  /** The dependencies of all definitions, joined by or; absent means y. */
  public @Nullable Expr directDependency() {
    return directDependency;
  }

  /** What selects the symbol, joined by or; absent means n. */
  public @Nullable Expr reverseDependency() {
    return reverseDependency;
  }

  /** What implies the symbol, joined by or; absent means n. */
  public @Nullable Expr weakReverseDependency() {
    return weakReverseDependency;
  }

  @Override
  public String toString() {
    return constant ? "\"" + name + "\"" : displayName();
  }
}
