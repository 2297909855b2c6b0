package dev.unprobed.reclaim.patch;

/**
 * A file of the source tree that an applied patch changes.
 *
 * @param file its path from the top of the tree, with slashes
 * @param before its text now; empty when there is no such file
 * @param after its text then
 */
public record Change(String file, String before, String after) {}
