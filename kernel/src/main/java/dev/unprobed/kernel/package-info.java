/**
 * What was built or packaged: objects, images, packages, device trees, and the units and drivers in
 * them.
 */
@NullMarked
package dev.unprobed.kernel;

import org.jspecify.annotations.NullMarked;
