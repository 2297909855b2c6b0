/** Whose bytes a kernel's are, as text, JSON and CSV. */
@NullMarked
package dev.unprobed.app.ledger;

import org.jspecify.annotations.NullMarked;
