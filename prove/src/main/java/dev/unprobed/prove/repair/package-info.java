/**
 * Changes to Kconfig files that make broken rules hold.
 *
 * <p>The idiom for "always on, y or m as the user likes" is a floor: a symbol that cannot be
 * switched off, whose value is m, selects the driver, and the driver's own default stays y. A bool
 * becomes a tristate where {@link dev.unprobed.prove.driver.DriverCode} finds nothing against it. A
 * member of a choice, which nothing can select, is what is left when the prompts of the others are
 * hidden. {@link dev.unprobed.prove.repair.Repairer} writes all that, and {@link
 * dev.unprobed.prove.repair.Impact} says what else it changes. A {@link
 * dev.unprobed.prove.repair.Patch} is no repair before the rules were proved on the tree that it
 * makes.
 */
@NullMarked
package dev.unprobed.prove.repair;

import org.jspecify.annotations.NullMarked;
