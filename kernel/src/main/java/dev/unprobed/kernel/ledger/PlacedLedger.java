package dev.unprobed.kernel.ledger;

import java.util.List;

/**
 * A ledger of an image, and where its bytes lie once it is loaded.
 *
 * @param places of all that still takes memory when the kernel has booted
 */
public record PlacedLedger(Ledger ledger, List<Place> places) {
  /**
   * Neighbouring bytes of one owner.
   *
   * @param address that they are loaded to; as a kernel's it may be negative
   * @param size in bytes
   * @param resident of these, what is not given back at the end of boot
   */
  public record Place(Owner owner, ByteClass what, long address, long size, long resident) {}
}
