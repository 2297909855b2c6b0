/**
 * The configuration that is closest to a given one among all that show something.
 *
 * <p>{@link dev.unprobed.prove.nearest.Nearest} asks for as few changed settings as possible, and
 * the {@link dev.unprobed.prove.nearest.Example} that it gives has been confirmed by the evaluator,
 * without the settings that turned out not to matter.
 */
@NullMarked
package dev.unprobed.prove.nearest;

import org.jspecify.annotations.NullMarked;
