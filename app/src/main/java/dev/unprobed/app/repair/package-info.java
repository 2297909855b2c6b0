/** Repairs of Kconfig files: applied to a copy of the tree, proved there, and told. */
@NullMarked
package dev.unprobed.app.repair;

import org.jspecify.annotations.NullMarked;
