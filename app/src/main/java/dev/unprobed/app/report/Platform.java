package dev.unprobed.app.report;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.util.List;

/**
 * A family of systems on chip that one symbol turns on.
 *
 * @param name for people
 * @param symbol without the prefix {@code CONFIG_}
 */
public record Platform(String name, String symbol) {
  /** Those that are reported on unless others are named. */
  public static final List<Platform> STANDARD =
      List.of(
          new Platform("Exynos", "ARCH_EXYNOS"),
          new Platform("Qualcomm", "ARCH_QCOM"),
          new Platform("MediaTek", "ARCH_MEDIATEK"));

  /** Reads {@code NAME=SYMBOL}, or the symbol alone, with or without CONFIG_. */
  public static Platform parse(String text) {
    int equals = text.indexOf('=');
    String symbol = text.substring(equals + 1).strip();
    if (symbol.startsWith("CONFIG_")) {
      symbol = symbol.substring("CONFIG_".length());
    }
    String name = equals < 0 ? symbol : text.substring(0, equals).strip();
    if (symbol.isEmpty() || name.isEmpty()) {
      throw new KconfigException(
          Diagnostic.ofFile(
              "--platform",
              "platform",
              "\"" + ByteText.encode(text) + "\" is not NAME=SYMBOL",
              "for example: --platform Rockchip=ARCH_ROCKCHIP"));
    }
    return new Platform(name, symbol);
  }
}
