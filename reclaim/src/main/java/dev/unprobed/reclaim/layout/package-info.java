/**
 * The order in which units lie in the image, and what rounding to pages costs.
 *
 * <p>Memory is given back by whole pages, so a page is lost where a unit that leaves meets one that
 * stays. {@link dev.unprobed.reclaim.layout.Order} puts units together that leave the same boards,
 * {@link dev.unprobed.reclaim.layout.Layout} says where each will be, before anything is linked,
 * and {@link dev.unprobed.reclaim.layout.Rounding} what is lost that way, and in other ways.
 *
 * <pre>{@code
 * Layout layout = Layout.of(Order.of(candidates, leaving, 4096));
 * layout.freed(leaving.getFirst(), 4096);
 * }</pre>
 */
@NullMarked
package dev.unprobed.reclaim.layout;

import org.jspecify.annotations.NullMarked;
