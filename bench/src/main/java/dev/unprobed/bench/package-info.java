/**
 * Measurements, side by side in one run, against the programs that people use today.
 *
 * <p>A number on its own says little, since machines differ from hour to hour. So every measurement
 * here runs our program and its peer in turn, whole processes where start-up counts (wall time of
 * {@code unprobed config} and of the kernel's {@code conf}), JMH where the code alone is of
 * interest. Nothing in the product depends on this module.
 */
@NullMarked
package dev.unprobed.bench;

import org.jspecify.annotations.NullMarked;
