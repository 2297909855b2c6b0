/**
 * The rules of conf, one by one: each file of {@code src/test/resources/rules} is a case that says
 * in words, input and outcome how a generation behaves.
 */
@NullMarked
package dev.unprobed.kconfig.rules;

import org.jspecify.annotations.NullMarked;
