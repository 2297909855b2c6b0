package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes the text of a makefile apart into statements. Rules and their recipes are left out. */
final class MakefileReader {
  private static final Set<String> CONDITIONALS = Set.of("ifeq", "ifneq", "ifdef", "ifndef");
  private static final Set<String> INCLUDES = Set.of("include", "-include", "sinclude");

  private final String file;
  private final String[] lines;
  private final List<Statement> statements = new ArrayList<>();
  private int next;
  private boolean afterRule;

  private MakefileReader(String file, String text) {
    this.file = file;
    this.lines = text.split("\r?\n", -1);
  }

  static List<Statement> read(String file, String text) {
    MakefileReader reader = new MakefileReader(file, text);
    while (reader.next < reader.lines.length) {
      reader.statement();
    }
    return List.copyOf(reader.statements);
  }

  private void statement() {
    Line line = new Line(file, next + 1);
    boolean recipe = afterRule && lines[next].startsWith("\t");
    String text = logicalLine();
    if (recipe) {
      return;
    }
    String stripped = uncommented(text).strip();
    if (!stripped.isEmpty()) {
      statement(line, stripped);
    }
  }

  /** The line and those that a backslash joins to it. */
  private String logicalLine() {
    String line = lines[next++];
    if (!continued(line)) {
      return line;
    }
    StringBuilder joined = new StringBuilder(line);
    while (continued(joined) && next < lines.length) {
      joined.setLength(joined.length() - 1);
      int end = joined.length();
      while (end > 0 && Character.isWhitespace(joined.charAt(end - 1))) {
        end--;
      }
      joined.setLength(end);
      joined.append(' ').append(lines[next++].stripLeading());
    }
    return joined.toString();
  }

  private static boolean continued(CharSequence line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  static String uncommented(String line) {
    int hash = line.indexOf('#');
    if (hash < 0) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '#') {
        kept.append('#');
        i++;
      } else if (c == '#') {
        break;
      } else {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private void statement(Line line, String text) {
    String first = firstWord(text);
    String rest = text.substring(first.length()).strip();
    if (CONDITIONALS.contains(bare(first))) {
      String kind = bare(first);
      statements.add(new Statement.If(line, kind, text.substring(kind.length()).strip()));
    } else if (first.equals("else")) {
      statements.add(new Statement.Else(line, elseIf(line, rest)));
    } else if (first.equals("endif")) {
      statements.add(new Statement.EndIf(line));
    } else {
      afterRule = false;
      other(line, first, rest, text);
    }
  }

  /** {@code ifeq(a,b)} is allowed without the space. */
  private static String bare(String word) {
    int bracket = word.indexOf('(');
    return bracket < 0 ? word : word.substring(0, bracket);
  }

  private static List<Statement.If> elseIf(Line line, String rest) {
    String kind = bare(firstWord(rest));
    return CONDITIONALS.contains(kind)
        ? List.of(new Statement.If(line, kind, rest.substring(kind.length()).strip()))
        : List.of();
  }

  private void other(Line line, String first, String rest, String text) {
    if (INCLUDES.contains(first)) {
      statements.add(new Statement.Include(line, rest, !first.equals("include")));
    } else if (first.equals("define")) {
      define(line, rest);
    } else if (first.equals("override") || first.equals("private")) {
      statement(line, rest);
    } else if (first.equals("export") || first.equals("unexport")) {
      export(line, first.equals("export"), rest);
    } else if (!assignment(line, text, false)) {
      statements.add(new Statement.Call(line, text));
      afterRule = !text.startsWith("$(") || text.contains(":");
    }
  }

  private void export(Line line, boolean export, String rest) {
    if (!export || !assignment(line, rest, true)) {
      statements.add(new Statement.Export(line, rest, export));
    }
  }

  private void define(Line line, String head) {
    String name = head.replaceFirst("\\s*[:+?]?=$", "").strip();
    String operator = head.endsWith(":=") ? ":=" : head.endsWith("+=") ? "+=" : "=";
    List<String> body = new ArrayList<>();
    int depth = 1;
    while (next < lines.length) {
      String text = lines[next].strip();
      depth += firstWord(text).equals("define") ? 1 : firstWord(text).equals("endef") ? -1 : 0;
      if (depth == 0) {
        next++;
        break;
      }
      body.add(logicalLine());
    }
    statements.add(new Statement.Assign(line, name, operator, String.join("\n", body), false));
  }

  private boolean assignment(Line line, String text, boolean export) {
    int at = operator(text);
    if (at < 0) {
      return false;
    }
    int equals = text.indexOf('=', at);
    String operator = text.substring(at, equals + 1).replaceFirst("^:+=", ":=");
    String name = text.substring(0, at).strip();
    String value = text.substring(equals + 1).stripLeading();
    statements.add(new Statement.Assign(line, name, operator, value, export));
    return true;
  }

  /** Where an assignment's operator starts; negative when the line is a rule or something else. */
  private static int operator(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' && i + 1 < text.length()) {
        i = References.end(text, i) - 1;
      } else if (c == '=') {
        return i;
      } else if (c == ':') {
        int end = i;
        while (end < text.length() && text.charAt(end) == ':') {
          end++;
        }
        return end < text.length() && text.charAt(end) == '=' ? i : -1;
      } else if ("+?!".indexOf(c) >= 0 && i + 1 < text.length() && text.charAt(i + 1) == '=') {
        return i;
      }
    }
    return -1;
  }

  static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
