/**
 * Any bytes at all, taken for an object, a kernel, or an archive: they are read, or refused with a
 * {@link dev.unprobed.kernel.bytes.MalformedInput}; anything else is a bug.
 *
 * <p>{@link dev.unprobed.kernel.fuzz.MutationTest} damages good files by a fixed seed. {@link
 * dev.unprobed.kernel.fuzz.FuzzTest} runs what Jazzer once found; with {@code JAZZER_FUZZ=1 mvn
 * test -pl kernel -Dtest=FuzzTest#program} Jazzer looks for more.
 */
@NullMarked
package dev.unprobed.kernel.fuzz;

import org.jspecify.annotations.NullMarked;
