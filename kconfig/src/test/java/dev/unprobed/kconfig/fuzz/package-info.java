/**
 * Any bytes at all: they are read, or refused with a {@link
 * dev.unprobed.kconfig.source.KconfigException}; anything else is a bug.
 *
 * <p>{@link dev.unprobed.kconfig.fuzz.MutationTest} changes known inputs by a fixed seed, a bounded
 * number of times. {@link dev.unprobed.kconfig.fuzz.FuzzTest} runs what Jazzer once found; with
 * {@code JAZZER_FUZZ=1 mvn test -pl kconfig -Dtest=FuzzTest#kconfig} Jazzer looks for more.
 */
@NullMarked
package dev.unprobed.kconfig.fuzz;

import org.jspecify.annotations.NullMarked;
