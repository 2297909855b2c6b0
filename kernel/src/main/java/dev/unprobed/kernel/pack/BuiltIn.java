package dev.unprobed.kernel.pack;

import java.util.List;

/**
 * What modules.builtin and modules.builtin.modinfo say about a unit that could have been a module.
 *
 * @param path KBUILD_MODFILE, such as drivers/clk/samsung/clk-exynos-audss
 * @param name KBUILD_MODNAME, such as clk_exynos_audss
 * @param aliases of MODULE_ALIAS; built-in units have none for their device tables
 */
public record BuiltIn(String path, String name, List<String> aliases) {}
