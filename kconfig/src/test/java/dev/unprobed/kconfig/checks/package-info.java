/**
 * Every check that refuses an input: the files of {@code src/test/resources/checks} show for each
 * one what it refuses, with the whole message, and a near miss that it accepts.
 */
@NullMarked
package dev.unprobed.kconfig.checks;

import org.jspecify.annotations.NullMarked;
