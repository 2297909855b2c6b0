package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.source.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the menu: a definition of a symbol, a choice, a menu, a comment, or an {@code if}
 * (which {@code Finalizer} leaves in the tree without children). Linked as conf links them, because
 * automatic submenus are made by relinking while the tree is being walked.
 */
public final class MenuNode {
  final @Nullable Symbol symbol;
  final Location location;
  final @Nullable MenuNode enclosing;
  final List<Dependency> dependencies = new ArrayList<>(1);
  final List<Dependency> visibleIfs = new ArrayList<>(0);
  @Nullable MenuNode parent;
  @Nullable MenuNode next;
  @Nullable MenuNode child;
  @Nullable Property prompt;
  @Nullable Expr dependency;
  @Nullable Expr visibility;
  @Nullable HelpText help;

  /** A {@code configdefault}. */
  boolean onlyDefaults;

  MenuNode(@Nullable Symbol symbol, Location location, @Nullable MenuNode parent) {
    this.symbol = symbol;
    this.location = location;
    this.parent = parent;
    this.enclosing = parent;
  }

  /** The symbol or choice that is defined here; absent for menus, comments and ifs. */
  public @Nullable Symbol symbol() {
    return symbol;
  }

  public Location location() {
    return location;
  }

  /**
   * The menu, choice or {@code if} that this node stands in as the files have it, absent for the
   * root. Unlike {@link #parent()} it keeps ifs, and knows nothing of automatic submenus.
   */
  public @Nullable MenuNode enclosing() {
    return enclosing;
  }

  /** What this node itself says that it depends on: the condition of an {@code if} too. */
  public List<Dependency> dependencies() {
    return Collections.unmodifiableList(dependencies);
  }

  /** Every {@code visible if} of a menu. */
  public List<Dependency> visibleIfs() {
    return Collections.unmodifiableList(visibleIfs);
  }

  /** The node around this one, absent for the root. */
  public @Nullable MenuNode parent() {
    return parent;
  }

  /** The next node of the same level. */
  public @Nullable MenuNode next() {
    return next;
  }

  /** The first node inside this one. */
  public @Nullable MenuNode child() {
    return child;
  }

  /** The prompt of this definition, or the text of a menu or comment. */
  public @Nullable Property prompt() {
    return prompt;
  }

  /** What this node depends on, the nodes around it included; absent means y. */
  public @Nullable Expr dependency() {
    return dependency;
  }

  /** The {@code visible if} of a menu. */
  public @Nullable Expr visibility() {
    return visibility;
  }

  /** The help text, absent when there is none. */
  public @Nullable String help() {
    return help == null ? null : help.text().get();
  }

  /** The nodes directly inside this one. */
  public List<MenuNode> children() {
    List<MenuNode> children = new ArrayList<>();
    for (MenuNode node = child; node != null; node = node.next) {
      children.add(node);
    }
    return children;
  }

  /** The node after this one in a walk through everything below {@code root}, absent at the end. */
  public @Nullable MenuNode following(MenuNode root) {
    if (child != null) {
      return child;
    }
    MenuNode node = this;
    while (node != root && node.next == null) {
      node = node.parent;
      if (node == null) {
        return null;
      }
    }
    return node == root ? null : node.next;
  }

  @Override
  public String toString() {
    return location + " " + (symbol != null ? symbol : prompt != null ? prompt.prompt : "if");
  }
}
