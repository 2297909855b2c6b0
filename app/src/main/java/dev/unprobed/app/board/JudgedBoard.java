package dev.unprobed.app.board;

import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ledger.BoardLedger;
import java.util.Optional;

/**
 * A board and what was found out about it.
 *
 * @param bytes what the image carries for it; absent where the kernel does not tell by unit
 */
public record JudgedBoard(BoardAnalysis analysis, Optional<BoardLedger> bytes) {}
