package dev.unprobed.reclaim.admit;

/**
 * A unit whose code makes devices that this one's drivers can bind to.
 *
 * @param maker its KBUILD_MODFILE
 * @param whileBound whether it may make more as long as one of its drivers is bound, as a host of a
 *     bus does that things are plugged into; otherwise it has made all when none of its devices
 *     waits for a supplier any more
 */
public record Feed(String maker, boolean whileBound) {}
