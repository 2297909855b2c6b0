/** Tests of formulas and the solver. */
@NullMarked
package dev.unprobed.prove.sat;

import org.jspecify.annotations.NullMarked;
