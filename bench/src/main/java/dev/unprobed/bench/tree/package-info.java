/**
 * The other side of every comparison: a kernel tree, the {@code conf} that the tree itself
 * contains, and the environment that kbuild would give to it.
 *
 * <pre>{@code
 * KernelTree tree = Sources.debian("6.1");              // unpacked once into the user's cache
 * Oracle conf = Oracle.of(tree);                        // flex, bison and gcc, once
 * Arch arm64 = Arch.in(tree).get(2);
 * Environment environment = Environment.of(tree, arm64, Optional.empty());
 * Answer answer = conf.run(List.of("--olddefconfig", "Kconfig"), environment.variables(), folder);
 * }</pre>
 *
 * <p>Nine tenths of a run of {@code conf} are spent in the shell commands of the Kconfig files,
 * which ask the compiler what it can do. {@link dev.unprobed.bench.tree.Replay} records their
 * answers, from the real compiler, the first time, and plays them back to the same, unmodified
 * {@code conf} afterwards.
 *
 * <p>All program output is kept as text in ISO 8859-1, in which every byte survives.
 */
@NullMarked
package dev.unprobed.bench.tree;

import org.jspecify.annotations.NullMarked;
