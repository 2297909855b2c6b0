@NullMarked
package dev.unprobed.app.ledger;

import org.jspecify.annotations.NullMarked;
