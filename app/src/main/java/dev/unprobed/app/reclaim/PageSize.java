package dev.unprobed.app.reclaim;

import java.util.List;
import java.util.Map;

/** How large the pages of a kernel are. */
public final class PageSize {
  private static final long SMALLEST = 4096;

  private PageSize() {}

  /**
   * By its configuration.
   *
   * @param config values by name, without CONFIG_
   * @return bytes
   */
  public static long of(Map<String, String> config) {
    return List.of(64, 16).stream()
        .filter(size -> "y".equals(config.get("ARM64_" + size + "K_PAGES")))
        .mapToLong(size -> size * 1024L)
        .findFirst()
        .orElse(SMALLEST);
  }
}
