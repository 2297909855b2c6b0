package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the text of a {@link MacroRecord}, line by line. */
final class RecordParser {
  private final String name;
  private final Map<String, Optional<String>> variables = new LinkedHashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();
  private @Nullable String command;
  private int line;
  private String content = "";

  RecordParser(String name) {
    this.name = name;
  }

  MacroRecord parse(String text) {
    for (String next : text.split("\n", -1)) {
      line++;
      content = next;
      String trimmed = next.strip();
      if (line == 1) {
        parseHeader(trimmed);
      } else if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
        parseItem(trimmed);
      }
    }
    if (command != null) {
      throw malformed(
          "the answer of the last command is missing", "a line with '->' and the answer");
    }
    return new MacroRecord(name, variables, answers);
  }

  private void parseHeader(String header) {
    if (header.startsWith("unprobed-macros ") && !header.equals(MacroRecord.FIRST_LINE)) {
      throw malformed(
          "this version of the format is unknown",
          "'" + MacroRecord.FIRST_LINE + "'; record again");
    }
    if (!header.equals(MacroRecord.FIRST_LINE)) {
      throw malformed(
          "this is no record of macros", "'" + MacroRecord.FIRST_LINE + "' on the first line");
    }
  }

  private void parseItem(String item) {
    int space = item.indexOf(' ');
    String kind = space < 0 ? item : item.substring(0, space);
    String rest = space < 0 ? "" : item.substring(space + 1);
    if (kind.equals("->") != (command != null)) {
      throw malformed("commands and answers must alternate", "'shell COMMAND', then '-> ANSWER'");
    }
    switch (kind) {
      case "env" -> parseVariable(rest);
      case "unset" -> variables.put(rest, Optional.empty());
      case "shell" -> command = value(rest);
      case "->" -> {
        answers.put(String.valueOf(command), value(rest));
        command = null;
      }
      default -> throw malformed("'" + kind + "' is unknown", "env, unset, shell or ->");
    }
  }

  private void parseVariable(String rest) {
    int equals = rest.indexOf('=');
    if (equals <= 0) {
      throw malformed("a variable without a value", "'env NAME=VALUE', or 'unset NAME'");
    }
    variables.put(rest.substring(0, equals), Optional.of(value(rest.substring(equals + 1))));
  }

  private String value(String text) {
    try {
      return RecordText.unescape(text);
    } catch (IllegalArgumentException e) {
      throw malformed(String.valueOf(e.getMessage()), null);
    }
  }

  private KconfigException malformed(String what, @Nullable String expected) {
    String hint = expected == null ? null : "expected " + expected;
    return new KconfigException(new Diagnostic(name, line, 1, "macro-record", what, content, hint));
  }
}
