/**
 * Giving back the memory of built-in drivers that can never bind.
 *
 * <p>{@link dev.unprobed.reclaim.admit} says which units may leave; the rest of the rooms lays them
 * out, brings the kernel's side into a tree, builds it, boots it and measures.
 */
@NullMarked
package dev.unprobed.reclaim;

import org.jspecify.annotations.NullMarked;
