package dev.unprobed.kernel.pack;

import java.util.List;
import java.util.Map;

/**
 * What modules.builtin and modules.builtin.modinfo say about a unit that could have been a module.
 *
 * @param path KBUILD_MODFILE, such as drivers/clk/samsung/clk-exynos-audss
 * @param name KBUILD_MODNAME, such as clk_exynos_audss
 * @param info the values of each key of its modinfo
 */
public record BuiltIn(String path, String name, Map<String, List<String>> info) {
  /** Of MODULE_ALIAS; built-in units have none for their device tables. */
  public List<String> aliases() {
    return info.getOrDefault("alias", List.of());
  }
}
