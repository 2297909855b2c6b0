package dev.unprobed.kernel.tree;

import dev.unprobed.kernel.unit.Linkage;
import java.util.List;

/**
 * The objects that share one KBUILD_MODFILE.
 *
 * @param name KBUILD_MODNAME
 * @param path KBUILD_MODFILE; what has none, because it is assembly or no C compiler made it, is
 *     named by its object
 * @param objects in link order; of a module the .ko alone
 */
public record TreeUnit(String name, String path, Linkage linkage, List<TreeObject> objects) {}
