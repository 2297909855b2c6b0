package dev.unprobed.kernel.kbuild;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What Kbuild makes from objects that share one KBUILD_MODFILE: a part of the kernel image, or a
 * module.
 *
 * @param path KBUILD_MODFILE, such as drivers/clk/samsung/clk-exynos-audss
 * @param builtIn when it is part of the image
 * @param module when it is a module
 * @param symbol the one that decides between the two, or else switches it on, without CONFIG_;
 *     empty when none does
 * @param line where it is listed first
 * @param parts its objects; they exist when the unit does and their own condition holds
 * @param kind how it gets into the image
 */
public record BuildUnit(
    String path,
    Condition builtIn,
    Condition module,
    String symbol,
    Line line,
    List<Part> parts,
    Kind kind) {
  /** An object of it, such as drivers/foo/bar.o, whose source is bar.c or bar.S. */
  public record Part(String object, Condition guard) {}

  /** How an object gets into the image. */
  public enum Kind {
    /** In a built-in.a, so always. */
    OBJECT,
    /** In a lib.a, of which the linker takes what is needed. */
    LIBRARY
  }

  /** When it is built at all. */
  public Condition built() {
    return builtIn.or(module);
  }

  /** KBUILD_MODNAME, such as clk_exynos_audss. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1).replace('-', '_').replace(',', '_');
  }

  /**
   * The symbol that puts it into the image of a configuration: {@link #symbol} if that is set, else
   * the last one of those that hold instead. Empty when none does.
   *
   * @param values the value of a symbol as in a .config; n or empty when unset
   */
  public Optional<String> symbol(UnaryOperator<String> values) {
    if (symbol.isEmpty() || Condition.set(symbol).holds(values)) {
      return symbol.isEmpty() ? Optional.empty() : Optional.of(symbol);
    }
    return Conditions.disjuncts(builtIn).stream()
        .filter(way -> way.holds(values))
        .flatMap(way -> Lists.symbol(way).stream())
        .findFirst();
  }
}
