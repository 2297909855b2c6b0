package dev.unprobed.kernel.ledger;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a kernel's configuration decides how much a module takes.
 *
 * @param pageSize in bytes
 * @param kallsyms whether a module's symbols are kept (KALLSYMS)
 * @param allSymbols whether those of data too (KALLSYMS_ALL)
 * @param symbolsApart whether they have pages of their own, which they had before 6.4
 */
public record ModuleRules(
    int pageSize, boolean kallsyms, boolean allSymbols, boolean symbolsApart) {
  private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");

  /**
   * From a configuration.
   *
   * @param config values of symbols, without CONFIG_; what distributions have where it is empty
   * @param release such as 6.1.0-56-arm64
   */
  public static ModuleRules of(Map<String, String> config, String release) {
    boolean apart = isBefore(release, 6, 4);
    if (config.isEmpty()) {
      return new ModuleRules(4096, true, false, apart);
    }
    int pageSize =
        isOn(config, "ARM64_64K_PAGES") ? 65536 : isOn(config, "ARM64_16K_PAGES") ? 16384 : 4096;
    return new ModuleRules(pageSize, isOn(config, "KALLSYMS"), isOn(config, "KALLSYMS_ALL"), apart);
  }

  private static boolean isBefore(String release, int major, int minor) {
    Matcher numbers = RELEASE.matcher(release);
    if (!numbers.matches()) {
      return false;
    }
    int first = Integer.parseInt(numbers.group(1));
    return first < major || first == major && Integer.parseInt(numbers.group(2)) < minor;
  }

  private static boolean isOn(Map<String, String> config, String symbol) {
    return "y".equals(config.get(symbol));
  }
}
