/**
 * {@code unprobed reclaim}: unload the built-in drivers that can never bind, and give their pages
 * back. Each sub-command is a class here; {@link dev.unprobed.app.reclaim.ReclaimCommand} lists
 * them.
 */
@NullMarked
package dev.unprobed.app.reclaim;

import org.jspecify.annotations.NullMarked;
