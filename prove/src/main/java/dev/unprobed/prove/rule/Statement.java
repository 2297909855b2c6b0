package dev.unprobed.prove.rule;

import dev.unprobed.prove.condition.Snippet;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One rule as it was written, before its names mean anything.
 *
 * @param when the condition under which it is to hold; absent for every configuration
 * @param subject a symbol, or for {@link Kind#IMPLIES} and {@link Kind#HOLDS} a condition
 */
public record Statement(Scope scope, @Nullable Snippet when, Kind kind, Snippet subject) {

  /** What a rule says of its subject. */
  public enum Kind {
    /** Never n. */
    ALWAYS,
    /** Can be m. */
    MODULAR,
    /** Always n. */
    NEVER,
    /** At least as high as the condition. */
    IMPLIES,
    /** Not n. */
    HOLDS;

    /** The keyword. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether several symbols may follow the keyword, each a rule of its own. */
    boolean ofSymbols() {
      return this == ALWAYS || this == MODULAR || this == NEVER;
    }

    static @Nullable Kind of(String keyword) {
      return Arrays.stream(values())
          .filter(kind -> kind.text().equals(keyword))
          .findFirst()
          .orElse(null);
    }

    static String all() {
      return Arrays.stream(values()).map(Kind::text).collect(Collectors.joining(", "));
    }
  }

  /** Such as {@code when ARCH_EXYNOS always COMMON_CLK_SAMSUNG}, a byte string. */
  public String text() {
    String rule = kind.text() + " " + subject.part();
    return when == null ? rule : "when " + when.part() + " " + rule;
  }
}
