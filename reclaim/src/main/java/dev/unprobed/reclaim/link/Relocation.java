package dev.unprobed.reclaim.link;

/**
 * A relocation with an addend (gABI, Relocation).
 *
 * @param offset in its section, in bytes
 * @param type the processor's number
 * @param symbol by number, or a new one of {@link ObjectEditor#addSectionSymbol}
 * @param addend signed
 */
record Relocation(long offset, int type, int symbol, long addend) {}
