/**
 * Changes to Kconfig files that make broken rules hold.
 *
 * <p>The idiom for "always on, y or m as the user likes" is a floor: a symbol that cannot be
 * switched off, whose value is m, selects the driver, and the driver's own default stays y. {@link
 * dev.unprobed.prove.repair.Repairer} writes it, and {@link dev.unprobed.prove.repair.Impact} says
 * what else it changes. A {@link dev.unprobed.prove.repair.Patch} is no repair before the rules
 * were proved on the tree that it makes.
 */
@NullMarked
package dev.unprobed.prove.repair;

import org.jspecify.annotations.NullMarked;
