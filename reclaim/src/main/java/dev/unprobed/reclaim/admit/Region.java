package dev.unprobed.reclaim.admit;

import java.util.Locale;

/** The parts of the image that admitted units are gathered in. Each has permissions of its own. */
public enum Region {
  /** Code, the exit functions among it. */
  TEXT,
  /** What is only read, strings and what is read-only after init among it. */
  RODATA,
  DATA,
  /** What starts out as zero and takes no room in the image. */
  BSS;

  /** As in the names of sections: text, rodata, data, bss. */
  public String lowerCaseName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
