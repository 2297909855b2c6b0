package dev.unprobed.prove.check;

/**
 * A configuration in which something bad happens, confirmed by the evaluator.
 *
 * @param number from 1; several findings can have the same one
 * @param config the lines of its {@code .config}, a byte string; olddefconfig completes them
 */
public record Example(int number, String config) {}
