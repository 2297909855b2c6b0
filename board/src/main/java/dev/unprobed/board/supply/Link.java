package dev.unprobed.board.supply;

import dev.unprobed.kernel.devicetree.Node;

/**
 * A node that waits for another one.
 *
 * @param consumer who waits
 * @param property of the consumer, or of a node below, that says so
 * @param supplier for whom
 * @param cycle whether the supplier waits for the consumer too, so that the kernel lets both pass
 */
public record Link(Node consumer, String property, Node supplier, boolean cycle) {}
