/**
 * Fragments of a configuration, put together as the kernel's merge_config.sh does, and held against
 * what came of them.
 *
 * <p>{@link dev.unprobed.app.merge.Merging} joins the lines of all fragments and remembers where
 * each comes from: a symbol that a later fragment names loses its earlier lines. conf gives values
 * to the result; {@link dev.unprobed.app.merge.Survival} then compares each {@link
 * dev.unprobed.app.merge.Request} with the value that the symbol got and says of every {@link
 * dev.unprobed.app.merge.Loss} what stopped it.
 */
@NullMarked
package dev.unprobed.app.merge;

import org.jspecify.annotations.NullMarked;
