package dev.unprobed.kconfig;

import dev.unprobed.kconfig.dialect.Trait;
import java.util.EnumSet;
import java.util.Set;

/**
 * The rules of one {@code conf}. The Kconfig language changes between kernels, and other projects
 * carry a conf of their own: that of some kernel, with changes. So every stage of this library is
 * given the generation that it has to follow; {@link GenerationDetector} chooses it from a tree.
 *
 * <p>A generation is named after the first long-term kernel that has its rules, or after the
 * project. It is a kernel version, whose rules all hold, and {@linkplain Trait traits} that are not
 * that version's. The constants stand in the order of these versions.
 */
public enum Generation {
  /** Linux 2.6.17 with BusyBox's changes: no macros, no direct dependencies. */
  BUSYBOX("busybox", 217, Trait.EVERY_SYMBOL_WRITTEN),
  /** The last one with {@code option env} and without macros. */
  LINUX_4_17("4.17", 417),
  /** 4.17 with another title. */
  BUILDROOT("buildroot", 417),
  /** Macros; keywords only where they can stand. */
  LINUX_4_20("4.20", 420),
  /** 4.20 with strings that are not escaped. */
  U_BOOT("u-boot", 420, Trait.RAW_STRINGS, Trait.NO_AUTO_CONF),
  /** The strict grammar of 5.0, {@code # end of} of 5.2. */
  LINUX_5_4("5.4", 504),
  /** 5.4 without {@code ---help---}. */
  XEN("xen", 504, Trait.PLAIN_HELP),
  /** Kconfiglib 14, which reads a language between 5.4 and 5.8, and Zephyr's copy of it. */
  KCONFIGLIB(
      "kconfiglib",
      504,
      Trait.KCONFIGLIB_LANGUAGE,
      Trait.KCONFIGLIB_CONDITIONS,
      Trait.KCONFIGLIB_VALUES,
      Trait.KCONFIGLIB_FILES,
      Trait.PATH_WORDS,
      Trait.TYPED_CONSTANTS,
      Trait.NO_AUTO_CONF),
  /** As 5.4; randconfig repeats until nothing changes. */
  LINUX_5_6("5.6", 506),
  /** An {@code imply} that stays within the dependencies (5.7). */
  LINUX_5_8("5.8", 508),
  /** As 5.8, without {@code ---help---}. */
  LINUX_5_10("5.10", 510),
  /** The same, without {@code auto.conf}. */
  CROSSTOOL_NG("crosstool-ng", 510, Trait.NO_AUTO_CONF),
  /** {@code modules} as a keyword instead of an option. */
  LINUX_5_13("5.13", 513),
  /** As 5.13; generated comments without frames, strings of {@code auto.conf} without quotes. */
  LINUX_5_17("5.17", 517),
  /** As 5.17, with {@code # end of} for empty menus. */
  LINUX_5_18("5.18", 518),
  /** Choices are symbols with a mode; the simplifier works in place; empty int and hex values. */
  LINUX_6_1(
      "6.1",
      601,
      Trait.BOUND_TEXT,
      Trait.TYPED_CONSTANTS,
      Trait.PLAIN_CONDITIONS,
      Trait.UNSET_IS_N),
  /** As 6.1 was before corrections from later kernels went into it (6.2 to 6.6). */
  LINUX_6_6("6.6", 606),
  /** 6.6 with OpenWrt's changes. */
  OPENWRT(
      "openwrt",
      606,
      Trait.PATH_WORDS,
      Trait.BOUND_TEXT,
      Trait.SELECT_NEEDS_DEPENDENCIES,
      Trait.DEFAULT_N_WRITTEN,
      Trait.RECURSION_TOLERATED,
      Trait.GLOBS,
      Trait.NEWEST_GLOB_FIRST,
      Trait.RELATIVE_SOURCE,
      Trait.RESET,
      Trait.NO_AUTO_CONF,
      Trait.STARTS_FROM_CONFIG,
      Trait.SILENT_OVERRIDES),
  /** Numbers start at 0 and stay within their range. */
  LINUX_6_8("6.8", 608),
  /** 6.8 with coreboot's changes. */
  COREBOOT(
      "coreboot",
      608,
      Trait.GLOBS,
      Trait.SOURCE_IN_CHOICE,
      Trait.OVERRIDE_NOTICES,
      Trait.NEGATIVES,
      Trait.SPLIT_CONFIG),
  /** As 6.8, with constants that have a type. */
  LINUX_6_10("6.10", 610),
  /** Choices pick a member from a priority list (6.11). */
  LINUX_6_11("6.11", 611),
  /** 6.11 with the keyword {@code output}. */
  KDEVOPS("kdevops", 611, Trait.OUTPUT_KEYWORD),
  /** As 6.11; expressions are shared and their values cached. */
  LINUX_6_12("6.12", 612),
  /** As 6.12, with {@code transitional} symbols (6.18). */
  LINUX_6_18("6.18", 618),
  /** As 6.18, with {@code depends on X if Y} (7.0). */
  LINUX_7_0("7.0", 700),
  /** As 7.0, where a file may be included only once. */
  LINUX_7_1("7.1", 701);

  private final String version;
  private final int level;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final Set<Trait> traits;

  /**
   * @param level the kernel version as a number: 612 for 6.12, 217 for 2.6.17
   * @param traits what is not as in that version
   */
  Generation(String version, int level, Trait... traits) {
    this.version = version;
    this.level = level;
    this.traits = EnumSet.noneOf(Trait.class);
    this.traits.addAll(Set.of(traits));
  }

  /** The name: a kernel version such as {@code 6.12}, or a project. */
  public String version() {
    return version;
  }

  /** Whether this conf departs from its kernel's in that way. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /**
   * The rules of a kernel as it was released.
   *
   * @param version as a number: 612 for 6.12
   */
  public static Generation ofKernel(int version) {
    Generation found = LINUX_4_17;
    for (Generation generation : values()) {
      boolean kernel = generation.name().startsWith("LINUX_") && generation != LINUX_6_1;
      if (kernel && generation.level <= version) {
        found = generation;
      }
    }
    return found;
  }

  private boolean since(int version) {
    return level >= version;
  }

  // --- the language ---

  /** The title of a configuration without {@code mainmenu}; BusyBox has no other. */
  public String defaultTitle() {
    return switch (this) {
      case BUSYBOX -> "Busybox Configuration";
      case BUILDROOT -> "Buildroot Configuration";
      default -> "Main menu";
    };
  }

  /** Whether {@code $(name)} is expanded while files are read (4.18). */
  public boolean macros() {
    return since(418);
  }

  /**
   * Whether a symbol can take its value from the environment with {@code option env}, and {@code
   * $SYMBOL} in a file name or title stands for its value (up to 4.17).
   */
  public boolean environmentSymbols() {
    return !macros();
  }

  /** Whether {@code option} is a keyword (up to 5.12). */
  public boolean options() {
    return since(218) && !since(513);
  }

  /** Whether {@code modules} is a keyword. */
  public boolean modulesKeyword() {
    return since(513);
  }

  /** Whether the symbol named MODULES says whether modules can be built. */
  public boolean modulesByName() {
    return !since(300) || has(Trait.KCONFIGLIB_LANGUAGE);
  }

  /** Whether a keyword is one only where it can stand, so that symbols can be called so. */
  public boolean contextualKeywords() {
    return !since(501);
  }

  /** Whether a bare word may hold {@code /} and {@code .}. */
  public boolean pathWords() {
    return contextualKeywords() || has(Trait.PATH_WORDS);
  }

  /** Whether a text of one word needs no quotes (up to 4.20). */
  public boolean unquotedTexts() {
    return contextualKeywords() || has(Trait.KCONFIGLIB_LANGUAGE);
  }

  /** Whether every statement can stand everywhere, {@code mainmenu} and choices too. */
  public boolean statementsAnywhere() {
    return has(Trait.KCONFIGLIB_LANGUAGE);
  }

  /** Whether {@code boolean}, {@code requires}, {@code enable} and a bare {@code depends} count. */
  public boolean oldSpellings() {
    return !since(300);
  }

  /** Whether {@code ---help---} is another way to write {@code help}. */
  public boolean dashedHelp() {
    return !since(509) && !has(Trait.PLAIN_HELP);
  }

  /** Whether a choice may take its members from other files. */
  public boolean sourceInChoice() {
    return !since(508) || has(Trait.SOURCE_IN_CHOICE);
  }

  /** Whether odd characters are an error instead of a warning. */
  public boolean oddCharactersRefused() {
    return has(Trait.KCONFIGLIB_LANGUAGE);
  }

  /** Whether odd characters are left out without a word. */
  public boolean silentAboutCharacters() {
    return !since(300);
  }

  /** Whether {@code transitional} is a keyword. */
  public boolean transitionalSymbols() {
    return since(618);
  }

  /** Whether {@code depends on} takes an {@code if}. */
  public boolean conditionalDependencies() {
    return since(700);
  }

  /** Whether {@code bool "text"} is another way to write the prompt of a choice (up to 6.17). */
  public boolean typedChoicePrompts() {
    return !since(618);
  }

  /**
   * Whether a second help text, a blank one, or a {@code menuconfig} without a prompt is an error.
   */
  public boolean sloppyEntriesRefused() {
    return since(618);
  }

  /** Whether a file may be included only once. */
  public boolean repeatedInclusionRefused() {
    return since(701);
  }

  /** Whether a member of a choice may have no prompt in any other definition. */
  public boolean membersPromptedOnce() {
    return since(701);
  }

  /** Whether a symbol that depends on itself makes conf give up. */
  public boolean recursionRefused() {
    return since(418) && !has(Trait.RECURSION_TOLERATED);
  }

  // --- values ---

  /** Whether the choice alone decides over its members, invisible ones and those in mode m too. */
  public boolean choicesDecideAll() {
    return has(Trait.KCONFIGLIB_VALUES);
  }

  /** Whether conditions are left as they were written instead of being simplified. */
  public boolean plainConditions() {
    return has(Trait.KCONFIGLIB_CONDITIONS);
  }

  /**
   * Whether a choice is a bool with a priority list of members (6.10 and later) instead of a symbol
   * with a mode.
   */
  public boolean choicesByPriority() {
    return since(611);
  }

  /** Whether an int or hex symbol without a value is 0 or 0x0 instead of empty. */
  public boolean numbersStartAtZero() {
    return since(608);
  }

  /** Whether a number of the user's that is out of range is forgotten instead of clamped. */
  public boolean forgetsNumbersOutOfRange() {
    return !since(608);
  }

  /**
   * Whether a value that the range clamps becomes the text of the bound instead of its number
   * (6.7).
   */
  public boolean clampsToBoundText() {
    return since(607) || has(Trait.BOUND_TEXT);
  }

  /**
   * Whether equal expressions are one object whose value is kept until the next change of a user
   * value.
   */
  public boolean expressionsShared() {
    return since(612);
  }

  /** Whether y, m and n are of type tristate, which shows in comparisons and messages (6.9). */
  public boolean typedConstants() {
    return since(609) || has(Trait.TYPED_CONSTANTS);
  }

  /** Whether {@code X != n} in a condition of what is no tristate means X (up to 6.8). */
  public boolean unequalNoMeansSymbol() {
    return !since(609) && !has(Trait.PLAIN_CONDITIONS);
  }

  /** Whether comparisons are between texts, whatever the types. */
  public boolean comparesTexts() {
    return !since(300);
  }

  /** Whether targets are reached by a walk through the menu that answers every question. */
  public boolean walksMenu() {
    return !since(300);
  }

  /** Whether defaults and selects are held against the dependencies at all. */
  public boolean directDependencies() {
    return since(300);
  }

  /**
   * Whether {@code imply} only sets a default within the dependencies (5.7). Before, it counted
   * where they are not n, and an implied y made m impossible.
   */
  public boolean impliesWithinDependencies() {
    return since(507);
  }

  /** Whether randconfig goes on as long as any choice changes, not only the last one (5.6). */
  public boolean randomizesUntilSettled() {
    return since(506);
  }

  /**
   * The number of buckets of conf's symbol table, which decides the order in which it visits all
   * symbols.
   */
  public int symbolBuckets() {
    return since(609) ? 1 << 14 : 9973;
  }

  // --- files ---

  /** Whether a line of a {@code .config} is taken exactly (6.8). */
  public boolean strictLines() {
    return since(608);
  }

  /** Whether {@code # X is not set} is a wrong value for an int, hex or string. */
  public boolean unsetIsN() {
    return since(608) || has(Trait.UNSET_IS_N);
  }

  /** Whether KCONFIG_WARN_UNKNOWN_SYMBOLS and KCONFIG_WERROR count. */
  public boolean strictVariables() {
    return since(606) || this == LINUX_6_1;
  }

  /** Whether menus are closed with {@code # end of} in a {@code .config} (5.2). */
  public boolean endsOfMenus() {
    return since(502);
  }

  /** Whether menus without children are closed so too (5.18). */
  public boolean endsOfEmptyMenus() {
    return since(518);
  }

  /** Whether a {@code .config} that would not change is left alone (5.2). */
  public boolean keepsEqualFile() {
    return since(502);
  }

  /** Whether the seed of randconfig goes to standard error (up to 5.12). */
  public boolean seedOnStandardError() {
    return !since(513);
  }

  /** Whether targets other than syncconfig write {@code auto.conf} when there is none (4.20). */
  public boolean firstAutoConf() {
    return since(420) && !has(Trait.NO_AUTO_CONF);
  }

  /** Whether generated comments are framed by empty comment lines (up to 5.15). */
  public boolean framedComments() {
    return !since(516);
  }

  /** Whether strings stand in {@code auto.conf} as in a {@code .config} (up to 5.16). */
  public boolean quotedAutoConf() {
    return !since(517);
  }
}
