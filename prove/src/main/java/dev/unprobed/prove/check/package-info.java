/**
 * Named checks over all configurations of a tree.
 *
 * <p>A {@link dev.unprobed.prove.check.Check} asks of each line or symbol that it is about whether
 * a situation occurs: a select that goes beyond the dependencies of its target, a default that
 * applies. Some situations are bad when they occur, and then a {@link
 * dev.unprobed.prove.check.Finding} shows a configuration that the evaluator has confirmed; others
 * are bad when they never do, and then that is proved. {@link dev.unprobed.prove.check.Checking}
 * answers all questions of all checks together.
 *
 * <p>Much of a tree is dead only because of what it is read with: a driver of another architecture
 * depends on a symbol that no file defines. That is a note. Dead in itself, a warning, is what
 * stays impossible when all that the architecture and the compiler decide can be anything.
 */
@NullMarked
package dev.unprobed.prove.check;

import org.jspecify.annotations.NullMarked;
