/**
 * Bytes of files that others made, read with bounds that are checked and an order that is said.
 *
 * <p>Every reader of this module goes over a {@link dev.unprobed.kernel.bytes.Bytes}: a part of a
 * file that knows where in the file it lies. What does not fit is a {@link
 * dev.unprobed.kernel.bytes.MalformedInput} with the file, the offset and what was expected there.
 * No reader believes a length before it has been held against the bytes that are left.
 */
@NullMarked
package dev.unprobed.kernel.bytes;

import org.jspecify.annotations.NullMarked;
