/**
 * The soundness benchmark: is the formula of a tree just what the tree's own {@code conf} accepts?
 *
 * <p>It looks from both sides. {@link dev.unprobed.bench.sound.SolverMade} takes configurations out
 * of the formula, and conf has to give each back as it is. {@link
 * dev.unprobed.bench.sound.ConfMade} takes configurations out of conf, brings them to a fixed
 * point, and the formula has to have each of them.
 *
 * <p>{@link dev.unprobed.bench.sound.Subject} is one tree with its formula, which is built once and
 * serves both sides; {@link dev.unprobed.bench.sound.Trial} does all of it for a tree, and {@link
 * dev.unprobed.bench.sound.SoundnessTable} says what came of it.
 */
@NullMarked
package dev.unprobed.bench.sound;

import org.jspecify.annotations.NullMarked;
