package dev.unprobed.app.board;

import dev.unprobed.app.fromdtb.Remedy;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ledger.BoardLedger;
import java.util.Map;
import java.util.Optional;

/**
 * A board and what was found out about it.
 *
 * @param bytes what the image carries for it; absent where the kernel does not tell by unit
 * @param remedies by path of a node that no driver serves: what would; empty without sources
 */
public record JudgedBoard(
    BoardAnalysis analysis, Optional<BoardLedger> bytes, Map<String, Remedy> remedies) {}
