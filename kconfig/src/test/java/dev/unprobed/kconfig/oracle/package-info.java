/**
 * Runs the kernel's own conf and this library on the same small world of files, and compares.
 *
 * <p>A {@link dev.unprobed.kconfig.oracle.Scenario} is the input; {@link
 * dev.unprobed.kconfig.oracle.RealConf} and {@link dev.unprobed.kconfig.oracle.OurConf} make an
 * {@link dev.unprobed.kconfig.oracle.Outcome} of it. conf is built from Debian's kernel sources, or
 * taken from the folder that the system property {@code unprobed.oracle} names (as {@code
 * VERSION/conf}).
 */
@NullMarked
package dev.unprobed.kconfig.oracle;

import org.jspecify.annotations.NullMarked;
