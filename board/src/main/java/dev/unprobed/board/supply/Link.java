package dev.unprobed.board.supply;

import dev.unprobed.kernel.devicetree.Node;

/**
 * A node that waits for another one.
 *
 * @param consumer who waits
 * @param property of the consumer, or of a node below, that says so
 * @param index which of the suppliers that the property names it is, from 0 on
 * @param supplier for whom
 * @param cycle whether the supplier waits for the consumer too, so that the kernel lets both pass
 */
public record Link(Node consumer, String property, int index, Node supplier, boolean cycle) {}
