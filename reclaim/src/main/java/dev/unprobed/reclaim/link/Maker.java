package dev.unprobed.reclaim.link;

/**
 * A unit that stays, and makes devices for units that may leave.
 *
 * @param unit its KBUILD_MODFILE
 * @param drivers how many drivers the kernel can ask whether they are bound
 */
record Maker(String unit, int drivers) {
  /** The rank under which the list of its drivers is sorted among those of initcalls. */
  static int rank(int units, int maker) {
    return units + 1 + maker;
  }
}
