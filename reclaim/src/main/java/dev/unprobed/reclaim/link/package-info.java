/**
 * A kernel linked again, so that each unit that may leave lies in sections of its own.
 *
 * <p>Nothing is compiled. The objects of the units are copied with their sections renamed: what was
 * .text of the unit at rank 12 of the layout is .unprobed.text.00012, and the linker's script sorts
 * by that name. Strings that nobody else has move to the unit, others stay in the pool that the
 * linker makes of all strings, so the image does not grow by copies. A table tells the kernel where
 * each unit starts, which functions initialise it and whom it has to wait for.
 *
 * <pre>{@code
 * Relink relink = Relink.of(tree, candidates);     // as they will be linked
 * Layout layout = Layout.of(relink.candidates(), …);
 * relink.write(layout);                            // BUILD/unprobed/
 * relink.make();                                   // make Image
 * relink.verify(layout);                           // to the byte
 * }</pre>
 */
@NullMarked
package dev.unprobed.reclaim.link;

import org.jspecify.annotations.NullMarked;
