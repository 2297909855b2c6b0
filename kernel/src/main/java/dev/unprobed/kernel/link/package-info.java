/**
 * Where a linker put what it was given.
 *
 * <p>A kernel is linked by a script from thousands of objects, and the result no longer says which
 * byte came from which of them. But the script, the objects and their order are still in the build
 * tree, and a linker does what it is told: {@link dev.unprobed.kernel.link.Replay} takes the
 * sections of the objects in the order that the script asks for, merges equal strings as the linker
 * does, aligns, and so arrives at the address of each. The symbol table of the result is the
 * control: it keeps the local symbols of each object together, so that nearly every section has a
 * name whose address is known. Where the two differ the symbol table is right, and what lies
 * between is left without a claim. A map that the linker wrote ({@link
 * dev.unprobed.kernel.link.LinkMap}) says the same without a replay.
 */
@NullMarked
package dev.unprobed.kernel.link;

import org.jspecify.annotations.NullMarked;
