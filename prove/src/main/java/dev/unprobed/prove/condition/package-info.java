/**
 * Conditions over configurations, in Kconfig's own syntax: {@code ARCH_EXYNOS &&
 * SERIAL_SAMSUNG!=n}.
 *
 * <p>{@link dev.unprobed.prove.condition.ConditionParser} reads a {@link
 * dev.unprobed.prove.condition.Condition}, whose symbols are those of a tree, and {@link
 * dev.unprobed.prove.condition.ConditionEncoder} makes it part of the tree's formula. A condition
 * has a value n, m or y, and holds when that is not n, as in {@code depends on}.
 */
@NullMarked
package dev.unprobed.prove.condition;

import org.jspecify.annotations.NullMarked;
