/**
 * Which values symbols can have at all.
 *
 * <p>A {@link dev.unprobed.prove.value.Survey} answers for many symbols at once: a few diverse
 * models show most of the values that can occur, and the solver is asked only for the rest. No
 * value is believed because a model has it: the model's configuration is first given to the
 * evaluator. What no model can have is proved impossible.
 */
@NullMarked
package dev.unprobed.prove.value;

import org.jspecify.annotations.NullMarked;
