package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.Generation;
import org.jspecify.annotations.Nullable;

/**
 * What conf warns about once the type of a symbol is known (menu.c: sym_check_prop and around it).
 */
final class PropertyChecks {
  private final TreeBuilder builder;
  private final Generation generation;

  PropertyChecks(TreeBuilder builder, Generation generation) {
    this.builder = builder;
    this.generation = generation;
  }

  /** Checks all properties of a symbol that is complete, told about at one of its definitions. */
  void check(MenuNode node, Symbol symbol) {
    if (symbol.type == SymbolType.UNKNOWN) {
      builder.warn(node.location, "config symbol defined without type");
    }
    if (symbol.choice && node.prompt == null && !generation.choicesByPriority()) {
      builder.warn(node.location, "choice must have a prompt");
    }
    for (Property property : symbol.properties) {
      switch (property.kind) {
        case DEFAULT -> checkDefault(symbol, property);
        case SELECT, IMPLY -> checkSelect(symbol, property);
        case RANGE -> checkRange(symbol, property);
        case PROMPT, MENU, COMMENT -> {}
      }
    }
  }

  private void checkDefault(Symbol symbol, Property property) {
    boolean single = symbol.type == SymbolType.STRING || symbol.type.numeric();
    Symbol value = property.valueSymbol();
    if (value == null) {
      if (single) {
        warn(
            property,
            "default for config symbol '%s' must be a single symbol"
                .formatted(symbol.displayName()));
      }
      return;
    }
    if (symbol.type.numeric() && !validNumber(symbol, value)) {
      warn(property, "'%s': number is invalid".formatted(symbol.displayName()));
    }
    if (symbol.choice && choiceOf(value) != symbol) {
      warn(
          property,
          "choice default symbol '%s' is not contained in the choice"
              .formatted(value.displayName()));
    }
  }

  private @Nullable Symbol choiceOf(Symbol member) {
    return generation.choicesByPriority() ? Choices.around(member) : member.owner;
  }

  private void checkSelect(Symbol symbol, Property property) {
    Symbol target = property.valueSymbol();
    String keyword = property.kind.text();
    if (!symbol.type.logical()) {
      warn(
          property,
          "config symbol '%s' uses %s, but is not bool or tristate"
              .formatted(symbol.displayName(), keyword));
    } else if (target != null && target.type != SymbolType.UNKNOWN && !target.type.logical()) {
      warn(
          property,
          "'%s' has wrong type. '%s' only accept arguments of bool and tristate type"
              .formatted(target.displayName(), keyword));
    }
  }

  private void checkRange(Symbol symbol, Property property) {
    if (!symbol.type.numeric()) {
      warn(property, "range is only allowed for int or hex symbols");
    }
    Expr bounds = property.value;
    if (bounds != null
        && (!validNumber(symbol, bounds.leftSymbol) || !validNumber(symbol, bounds.rightSymbol))) {
      warn(property, "range is invalid");
    }
  }

  private static boolean validNumber(Symbol symbol, Symbol value) {
    return value.type.numeric()
        || value.type == SymbolType.UNKNOWN
            && value.name != null
            && Numbers.valid(symbol.type, value.name);
  }

  /** 6.1: what a symbol must not have when it becomes a member of a choice. */
  void checkMember(Symbol choice, MenuNode node, Symbol member) {
    if (node.prompt == null) {
      builder.warn(node.location, "choice value must have a prompt");
    }
    for (Property property : member.properties) {
      if (property.kind == Property.Kind.DEFAULT) {
        warn(property, "defaults for choice values not supported");
      }
      MenuNode parent = property.node.parent;
      boolean elsewhere = property.node != node && (parent == null || parent.symbol != choice);
      if (elsewhere && property.kind == Property.Kind.PROMPT) {
        warn(property, "choice value used outside its choice group");
      }
    }
  }

  private void warn(Property property, String text) {
    builder.warn(property.location, text);
  }
}
