package dev.unprobed.board.ledger;

/**
 * What one unit takes.
 *
 * @param unit its KBUILD_MODFILE, or for what is no unit the label of its owner
 */
public record UnitBurden(String unit, Need need, Burden burden) {}
