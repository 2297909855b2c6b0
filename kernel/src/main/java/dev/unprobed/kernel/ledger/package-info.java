/**
 * Every byte of a kernel has one owner.
 *
 * <p>A {@link dev.unprobed.kernel.ledger.Ledger} has {@link dev.unprobed.kernel.ledger.Entry
 * entries}: so many bytes of one {@link dev.unprobed.kernel.ledger.ByteClass class} belong to one
 * {@link dev.unprobed.kernel.ledger.Owner}. They are counted three ways: as they lie in the image's
 * file, as they take memory when it is loaded, and as they still take memory after the kernel has
 * freed what only booting needs. The first sum is the size of the file; a ledger whose sums are not
 * what was weighed is a {@link dev.unprobed.kernel.ledger.Imbalance}, which is a bug of ours. What
 * nobody can be named for is an owner too, {@link dev.unprobed.kernel.ledger.Owner.Unattributed},
 * so that it is seen.
 */
@NullMarked
package dev.unprobed.kernel.ledger;

import org.jspecify.annotations.NullMarked;
