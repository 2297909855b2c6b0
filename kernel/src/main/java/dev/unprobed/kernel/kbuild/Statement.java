package dev.unprobed.kernel.kbuild;

import java.util.List;

/** A logical line of a makefile; conditionals are not nested here, whoever runs them counts. */
sealed interface Statement {
  Line line();

  /**
   * A variable is given a value.
   *
   * @param operator =, :=, ?=, += or !=
   */
  record Assign(Line line, String name, String operator, String text, boolean export)
      implements Statement {}

  /**
   * A conditional starts.
   *
   * @param kind ifeq, ifneq, ifdef or ifndef
   */
  record If(Line line, String kind, String arguments) implements Statement {}

  /** {@code else}, with what is behind it: none or one {@link If}. */
  record Else(Line line, List<If> then) implements Statement {}

  record EndIf(Line line) implements Statement {}

  record Include(Line line, String files, boolean optional) implements Statement {}

  /** {@code export} of names; all of them when there are none. */
  record Export(Line line, String names, boolean export) implements Statement {}

  /** A text that is expanded for what it does, such as {@code $(eval …)}. */
  record Call(Line line, String text) implements Statement {}
}
