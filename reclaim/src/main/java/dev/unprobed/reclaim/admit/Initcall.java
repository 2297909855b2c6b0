package dev.unprobed.reclaim.admit;

/**
 * A function that the kernel calls at boot, and whose result decides whether its unit may leave.
 *
 * @param object its path from the root of the build tree
 * @param section the index of the section that the function is in
 * @param offset of the function in that section, in bytes
 * @param function its name, for people
 * @param level 0 (pure) to 7 (late), as in the name of its section
 */
public record Initcall(String object, int section, long offset, String function, int level) {}
