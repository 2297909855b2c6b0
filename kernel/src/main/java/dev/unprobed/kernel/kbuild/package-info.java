/**
 * Which configuration builds what: the makefiles of a kernel tree, for every configuration at once.
 *
 * <p>Kbuild's makefiles are lists of objects whose names depend on the configuration, as in {@code
 * obj-$(CONFIG_FOO) += foo.o}. Here they are not searched for such lines but evaluated as make
 * would, with one difference: a symbol has no value. A text is a list of pieces, each with the
 * {@link dev.unprobed.kernel.kbuild.Condition} under which it is there, and functions and
 * conditionals of make work on those. What comes out is every object with the condition that builds
 * it:
 *
 * <pre>{@code
 * BuildPlan plan = BuildPlan.read(Path.of("linux"), "arm64");
 * plan.unit("drivers/clk/samsung/clk-exynos-audss").orElseThrow().module();
 * // COMMON_CLK && COMMON_CLK_SAMSUNG && EXYNOS_AUDSS_CLK_CON=m
 * }</pre>
 *
 * What a makefile asks of the machine, such as {@code $(shell …)}, is not known. Where an object
 * depends on it, the condition says so, with the line; nothing is guessed.
 *
 * <p>Sources: GNU make's manual; Documentation/kbuild/makefiles.rst, scripts/Makefile.build and
 * scripts/Makefile.lib of the kernel for what the lists mean.
 */
@NullMarked
package dev.unprobed.kernel.kbuild;

import org.jspecify.annotations.NullMarked;
