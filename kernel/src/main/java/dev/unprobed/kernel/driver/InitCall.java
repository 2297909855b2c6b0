package dev.unprobed.kernel.driver;

/**
 * A function that the kernel calls once while it boots, or a module's init.
 *
 * @param function its address
 * @param level 0 (pure, and earlier) to 7 (late); 6 for a module
 * @param order among all of the program, from 0 on
 */
public record InitCall(long function, String name, int level, int order) {}
