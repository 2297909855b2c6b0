package dev.unprobed.kernel.unit;

import java.util.List;
import java.util.Set;

/**
 * The objects that share one KBUILD_MODNAME.
 *
 * @param name KBUILD_MODNAME, such as clk_exynos_audss
 * @param path KBUILD_MODFILE, such as drivers/clk/samsung/clk-exynos-audss; empty where only the
 *     image is there and does not tell
 * @param drivers in the order in which its init registers them
 * @param declarations entries of OF_DECLARE tables
 * @param devices what its code makes
 * @param aliases of MODULE_ALIAS and device tables, as modinfo prints them; built-in units may have
 *     none where a module would
 * @param depends names of units whose exports it uses; empty where that is not known
 * @param symbol the Kconfig symbol that put it there, without CONFIG_; empty when not known
 */
public record Unit(
    String name,
    String path,
    Linkage linkage,
    List<Driver> drivers,
    List<Declaration> declarations,
    List<MadeDevice> devices,
    List<String> aliases,
    Set<String> depends,
    String symbol) {}
