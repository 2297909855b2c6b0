package dev.unprobed.kernel.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a linker script asks for, as far as it decides where bytes lie. */
sealed interface Statement {
  /** {@code symbol = value}, where the symbol may be the dot; the operator is such as = or +=. */
  record Assign(String symbol, String operator, Expression value) implements Statement {}

  /** BYTE, SHORT, LONG and QUAD: so many bytes. */
  record Data(int size) implements Statement {}

  /** The sections of input files that are to lie here. */
  record Inputs(Glob file, List<Pattern> patterns) implements Statement {}

  /**
   * A section of the output, or sections to throw away.
   *
   * @param alignment of ALIGN(…)
   */
  record Output(String name, @Nullable Expression alignment, List<Statement> body)
      implements Statement {
    boolean isDiscard() {
      return name.equals("/DISCARD/");
    }
  }

  /**
   * Names of sections.
   *
   * @param excluded the files from which nothing is taken
   * @param order in which they lie when there are several
   */
  record Pattern(Glob section, List<Glob> excluded, Order order) {}

  /** How the sections that a pattern takes are put in order. */
  enum Order {
    /** As the linker came across them. */
    FOUND,
    NAME,
    ALIGNMENT
  }
}
