/**
 * What a kernel carries for a board, in bytes: the ledger of a kernel joined with what becomes of
 * its drivers there. A unit is needed when one of its drivers takes a device or waits for one, dead
 * weight when none of them ever can.
 */
@NullMarked
package dev.unprobed.board.ledger;

import org.jspecify.annotations.NullMarked;
