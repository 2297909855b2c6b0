/**
 * Reasons: why a symbol has its value, what stops it from having another, and what happens when one
 * asks for it.
 *
 * <p>{@link dev.unprobed.kconfig.explain.Explainer} is the way in, over an {@link
 * dev.unprobed.kconfig.eval.Evaluation} that it never changes:
 *
 * <pre>{@code
 * Explainer explainer = Explainer.of(evaluation);
 * Explanation why = explainer.why(symbol);          // value, cause, definitions, selects
 * Outcome outcome = explainer.ask(symbol, "m");     // accepted, clamped or dropped
 * outcome.obstacles();                              // empty when accepted
 * new ExplanationText(80).of(why);                  // for people
 * }</pre>
 *
 * <p>conf gives a bool or tristate the highest of what it has of its own (the user value as far as
 * the prompt is visible, else the first default that applies and what is implied) and of what
 * selects it; a choice decides over its members. A {@link dev.unprobed.kconfig.explain.Cause} names
 * the part that won. An {@link dev.unprobed.kconfig.explain.Obstacle} names a part that would have
 * to change, down to the operands of the conditions ({@link dev.unprobed.kconfig.explain.Need}) and
 * the lines where they stand ({@link dev.unprobed.kconfig.explain.Clause}).
 *
 * <p>All results are records that hold the values of their moment, so that they stay true while the
 * explainer asks for other things. Texts in them are byte strings, as everywhere in this library;
 * what {@link dev.unprobed.kconfig.explain.ExplanationText} makes of them is readable text.
 */
@NullMarked
package dev.unprobed.kconfig.explain;

import org.jspecify.annotations.NullMarked;
