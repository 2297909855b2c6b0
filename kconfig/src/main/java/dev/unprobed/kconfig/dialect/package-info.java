/**
 * Who else uses the Kconfig language, and how.
 *
 * <p>BusyBox, U-Boot, Buildroot and others carry a conf of their own, which is that of some kernel
 * with a few changes. The kernel is the {@link dev.unprobed.kconfig.Generation}; the changes to its
 * rules are {@link dev.unprobed.kconfig.dialect.Trait}s of a generation; what has nothing to do
 * with rules, such as the name of the first file and the prefix of symbols, is the {@link
 * dev.unprobed.kconfig.dialect.Dialect}.
 */
@NullMarked
package dev.unprobed.kconfig.dialect;

import org.jspecify.annotations.NullMarked;
