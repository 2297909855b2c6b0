/**
 * Values for symbols.
 *
 * <p>An {@link dev.unprobed.kconfig.eval.Evaluation} is one configuration of a {@link
 * dev.unprobed.kconfig.tree.MenuTree}: what the user wants of each symbol, and what each symbol is.
 * Values are computed when they are asked for, symbol by symbol, each once until something changes
 * (symbol.c: sym_calc_value). The order in which conf asks shows in its warnings, and so is kept.
 *
 * <p>Logical values are the numbers 0 for n, 1 for m, 2 for y, so that {@code &&} is the minimum
 * and {@code ||} the maximum. The state lies in arrays that are indexed by the ids of symbols,
 * properties and expressions.
 */
@NullMarked
package dev.unprobed.kconfig.eval;

import org.jspecify.annotations.NullMarked;
