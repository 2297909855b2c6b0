/** Tests of explanations: each cause and obstacle on a small text, and laws on random trees. */
@NullMarked
package dev.unprobed.kconfig.explain;

import org.jspecify.annotations.NullMarked;
