package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import org.jspecify.annotations.Nullable;

/** The kinds of token. A keyword is one everywhere, also where a symbol is expected. */
enum Token {
  BOOL("bool"),
  CHOICE("choice"),
  COMMENT("comment"),
  CONFIG("config"),
  CONFIGDEFAULT("configdefault"),
  DEF_BOOL("def_bool"),
  DEF_HEX("def_hex"),
  DEF_INT("def_int"),
  DEF_STRING("def_string"),
  DEF_TRISTATE("def_tristate"),
  DEFAULT("default"),
  DEPENDS("depends"),
  ENDCHOICE("endchoice"),
  ENDIF("endif"),
  ENDMENU("endmenu"),
  GRSOURCE("grsource"),
  GSOURCE("gsource"),
  HELP("help"),
  HEX("hex"),
  IF("if"),
  IMPLY("imply"),
  INT("int"),
  MAINMENU("mainmenu"),
  MENU("menu"),
  MENUCONFIG("menuconfig"),
  MODULES("modules"),
  ON("on"),
  OPTION("option"),
  OPTIONAL("optional"),
  ORSOURCE("orsource"),
  OSOURCE("osource"),
  OUTPUT("output"),
  PROMPT("prompt"),
  RANGE("range"),
  RESET("reset"),
  RSOURCE("rsource"),
  SELECT("select"),
  SOURCE("source"),
  STRING("string"),
  TRANSITIONAL("transitional"),
  TRISTATE("tristate"),
  VISIBLE("visible"),
  OR("||"),
  AND("&&"),
  EQUAL("="),
  UNEQUAL("!="),
  LESS("<"),
  LESS_EQUAL("<="),
  GREATER(">"),
  GREATER_EQUAL(">="),
  NOT("!"),
  OPEN_PAREN("("),
  CLOSE_PAREN(")"),
  COLON_EQUAL(":="),
  PLUS_EQUAL("+="),
  WORD(null),
  QUOTED(null),
  ASSIGNED_VALUE(null),
  HELP_TEXT(null),
  END_OF_LINE(null),
  END_OF_FILE(null);

  private final @Nullable String text;

  Token(@Nullable String text) {
    this.text = text;
  }

  /** The keyword or operator itself; absent for tokens that carry a text of their own. */
  @Nullable String text() {
    return text;
  }

  /** Whether this is a keyword of a generation. */
  boolean keywordOf(Generation generation) {
    return switch (this) {
      case OPTIONAL -> !generation.choicesByPriority();
      case TRANSITIONAL -> generation.transitionalSymbols();
      case OPTION -> generation.options();
      case MODULES -> generation.modulesKeyword();
      case IMPLY, VISIBLE -> !generation.oldSpellings();
      case OUTPUT -> generation.has(Trait.OUTPUT_KEYWORD);
      case RESET -> generation.has(Trait.RESET);
      case CONFIGDEFAULT,
          DEF_HEX,
          DEF_INT,
          DEF_STRING,
          GRSOURCE,
          GSOURCE,
          ORSOURCE,
          OSOURCE,
          RSOURCE ->
          generation.has(Trait.KCONFIGLIB_LANGUAGE);
      default -> text != null && Character.isLetter(text.charAt(0));
    };
  }

  /** How to speak of the token in a message. */
  String describe() {
    return switch (this) {
      case WORD -> "a word";
      case QUOTED -> "a text in quotes";
      case ASSIGNED_VALUE -> "a value";
      case HELP_TEXT -> "a help text";
      case END_OF_LINE -> "the end of the line";
      case END_OF_FILE -> "the end of the file";
      default -> "'" + text + "'";
    };
  }
}
