@NullMarked
package dev.unprobed.kernel.ledger;

import org.jspecify.annotations.NullMarked;
