package dev.unprobed.kconfig.dialect;

/** A way in which some conf departs from that of the kernel version it comes from. */
public enum Trait {
  /** A bound that clamps a value gives its text (6.7). */
  BOUND_TEXT,
  /** The constants y, m and n are tristates (6.9). */
  TYPED_CONSTANTS,
  /** {@code X != n} stays what it is (6.9). */
  PLAIN_CONDITIONS,
  /** {@code # X is not set} is a wrong value for a number (6.8). */
  UNSET_IS_N,
  /** {@code ---help---} is an error (5.9). */
  PLAIN_HELP,
  /** Strings are written between quotes as they are, and read up to the last quote (U-Boot). */
  RAW_STRINGS,
  /** Only syncconfig, if anything, writes {@code auto.conf} (U-Boot, OpenWrt). */
  NO_AUTO_CONF,
  /** A {@code .config} has all symbols, visible or not (BusyBox). */
  EVERY_SYMBOL_WRITTEN,
  /** A bare word may hold {@code /} and {@code .} (OpenWrt). */
  PATH_WORDS,
  /** A select has no effect while the dependencies are n, and there is no warning (OpenWrt). */
  SELECT_NEEDS_DEPENDENCIES,
  /** A default that comes to n is written (OpenWrt). */
  DEFAULT_N_WRITTEN,
  /** A symbol that depends on itself is no reason to give up (OpenWrt). */
  RECURSION_TOLERATED,
  /** {@code source} takes a pattern, which may match nothing (coreboot, OpenWrt). */
  GLOBS,
  /** Of the files that match, the last one is read first (OpenWrt). */
  NEWEST_GLOB_FIRST,
  /** A file that is not there is looked for beside the file that names it (OpenWrt). */
  RELATIVE_SOURCE,
  /** A choice knows {@code reset} (OpenWrt). */
  RESET,
  /** Every target starts from the {@code .config}, and gives values only to the rest (OpenWrt). */
  STARTS_FROM_CONFIG,
  /** A second value for a symbol is taken without a word (OpenWrt). */
  SILENT_OVERRIDES,
  /** A second value for a symbol is worth a notice, not a warning (coreboot). */
  OVERRIDE_NOTICES,
  /** A choice may take its members from other files (coreboot). */
  SOURCE_IN_CHOICE,
  /** KCONFIG_NEGATIVES makes {@code auto.conf} say n and 0 as well (coreboot). */
  NEGATIVES,
  /** KCONFIG_SPLITCONFIG says where the empty files of changed symbols go (coreboot). */
  SPLIT_CONFIG,
  /** A symbol knows {@code output yaml} (kdevops). */
  OUTPUT_KEYWORD,
  /** Files are read as Kconfiglib reads them: its keywords, anywhere, and what it does to texts. */
  KCONFIGLIB_LANGUAGE,
  /** Conditions stay as they were written, and menus are made of them as they are (Kconfiglib). */
  KCONFIGLIB_CONDITIONS,
  /** Values by Kconfiglib: members of choices, numbers as Python has them, ranges. */
  KCONFIGLIB_VALUES,
  /** A {@code .config} is read and written by Kconfiglib, and targets are its scripts. */
  KCONFIGLIB_FILES
}
