package dev.unprobed.reclaim.admit;

/**
 * A section of a unit's object that leaves with the unit.
 *
 * @param object its path from the root of the build tree
 * @param section its index in the object
 * @param name as the compiler called it, such as .data..read_mostly
 * @param region where it goes
 * @param size in bytes
 * @param alignment in bytes, at least 1
 */
public record Piece(
    String object, int section, String name, Region region, long size, long alignment) {}
