package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.ExprPrinter;
import dev.unprobed.kconfig.tree.Property;

/** Lines of Kconfig files as one would write them. */
final class Wording {
  private Wording() {}

  /** Such as {@code select CLK if PM}. */
  static String of(Property property) {
    StringBuilder text = new StringBuilder(property.visible() ? "prompt" : property.kind().text());
    if (property.visible()) {
      text.append(" \"").append(property.prompt()).append('"');
    } else if (property.value() != null) {
      text.append(' ').append(ExprPrinter.plain(property.value()));
    }
    if (property.ownCondition() != null) {
      text.append(" if ").append(ExprPrinter.plain(property.ownCondition()));
    }
    return text.toString();
  }
}
