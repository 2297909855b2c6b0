package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.source.Location;
import org.jspecify.annotations.Nullable;

/** One line of a definition: a prompt, default, select, imply or range, with its condition. */
public final class Property {
  /** What a property is. */
  public enum Kind {
    PROMPT("prompt"),
    COMMENT("comment"),
    /** The title of a menu, or the prompt of a {@code menuconfig}. */
    MENU("menu"),
    DEFAULT("default"),
    SELECT("select"),
    IMPLY("imply"),
    RANGE("range");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The keyword, for messages. */
    public String text() {
      return text;
    }
  }

  Kind kind;
  final int id;
  final MenuNode node;
  final Location location;
  final @Nullable Expr value;
  final @Nullable Expr ownCondition;
  @Nullable Expr condition;
  String prompt = "";

  Property(
      Kind kind,
      int id,
      MenuNode node,
      Location location,
      @Nullable Expr value,
      @Nullable Expr condition) {
    this.kind = kind;
    this.id = id;
    this.node = node;
    this.location = location;
    this.value = value;
    this.ownCondition = condition;
    this.condition = condition;
  }

  public Kind kind() {
    return kind;
  }

  /** A number below {@link MenuTree#propertyCount()}. */
  public int id() {
    return id;
  }

  /** The definition that this property belongs to. */
  public MenuNode node() {
    return node;
  }

  public Location location() {
    return location;
  }

  /** The text of a prompt, comment or menu; empty for other kinds. */
  public String prompt() {
    return prompt;
  }

  /** Whether this is something that a user sees: a prompt, comment or menu. */
  public boolean visible() {
    return kind == Kind.PROMPT || kind == Kind.MENU || kind == Kind.COMMENT;
  }

  /** The default, the target of a select or imply, the bounds of a range; absent for prompts. */
  public @Nullable Expr value() {
    return value;
  }

  /** The single symbol that is the value, absent when the value is anything else. */
  public @Nullable Symbol valueSymbol() {
    return value != null && value.kind == Expr.Kind.SYMBOL ? value.leftSymbol : null;
  }

  /** The {@code if} of this line, as it was read; absent when there is none. */
  public @Nullable Expr ownCondition() {
    return ownCondition;
  }

  /** When the property counts, the dependencies of its definition included; absent means y. */
  public @Nullable Expr condition() {
    return condition;
  }
}
