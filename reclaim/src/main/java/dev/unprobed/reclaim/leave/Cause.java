package dev.unprobed.reclaim.leave;

import java.util.Locale;

/** Why a candidate stays, or may; the words are those of the kernel's table. */
public enum Cause {
  /** It leaves. */
  NONE,
  /** A driver of its is bound to a device. */
  BOUND,
  /** A device matches, and waits. */
  MATCHES,
  /** An available node matches, or has one of its OF_DECLARE compatibles. */
  NODE,
  /** Devices that files do not tell of may match. */
  UNKNOWN,
  /** A unit that stays uses it. */
  USER,
  /** A unit that stays may bring devices for it. */
  FEED;

  /** As the kernel shows it. */
  public String word() {
    return this == NONE ? "-" : name().toLowerCase(Locale.ROOT);
  }
}
