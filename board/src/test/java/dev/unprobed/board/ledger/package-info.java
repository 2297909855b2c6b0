@NullMarked
package dev.unprobed.board.ledger;

import org.jspecify.annotations.NullMarked;
