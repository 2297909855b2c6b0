/**
 * Explanations for programs: the records of {@link dev.unprobed.kconfig.explain} as JSON.
 *
 * <p>Every condition comes as an object with the expression, its value and the values of its
 * symbols; every line of Kconfig as {@code file:line}. What a cause or an obstacle is stands in its
 * {@code kind}, so that a program can switch over it.
 */
@NullMarked
package dev.unprobed.app.why;

import org.jspecify.annotations.NullMarked;
