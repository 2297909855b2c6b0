/**
 * Two configurations, told apart by cause instead of by line.
 *
 * <p>One decision of a user turns hundreds of lines of a {@code .config}. {@link
 * dev.unprobed.app.diff.Comparison} pairs the symbols of two {@link dev.unprobed.app.diff.Side
 * sides} by name and asks of each that differs which rule of conf made the difference: a select, a
 * prompt that came or went, a default, a choice, the user. {@link dev.unprobed.app.diff.Blame} goes
 * into the expression of that rule and comes back with the operands that turned it, which differ
 * too: so there is a graph, and what nothing else explains is a root.
 *
 * <pre>{@code
 * Differences differences = Comparison.of(new Side("a", a), new Side("b", b));
 * differences.groups().getFirst().root();      // ARCH_EXYNOS, y to n, set by the user
 * differences.groups().getFirst().follows();   // what went with it
 * new DifferencesText(80).of(differences);     // for people
 * }</pre>
 *
 * <p>The two sides may be of two trees. Then rules themselves can differ (a default, a dependency,
 * a select, a type), and symbols can be on one side only; those are roots as well.
 */
@NullMarked
package dev.unprobed.app.diff;

import org.jspecify.annotations.NullMarked;
