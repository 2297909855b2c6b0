/**
 * Files that hold values: {@code .config}, defconfig, and the {@code auto.conf} family that the
 * kernel's build reads.
 *
 * <p>{@link dev.unprobed.kconfig.dotconfig.ConfigReader} gives an {@link
 * dev.unprobed.kconfig.eval.Evaluation} the user's values, {@link
 * dev.unprobed.kconfig.dotconfig.ConfigText} writes them, byte for byte as confdata.c does. {@link
 * dev.unprobed.kconfig.dotconfig.WorkFiles} finds files and makes them appear whole or not at all.
 */
@NullMarked
package dev.unprobed.kconfig.dotconfig;

import org.jspecify.annotations.NullMarked;
