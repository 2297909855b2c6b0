package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.macro.Shell;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.NumberReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The preprocessor (preprocess.c): {@code $(name)} and {@code $(name,argument,...)}, where a name
 * is a variable of the files, a function, or an environment variable, in this order.
 */
final class MacroExpander {
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{([^}]*)})");
  private static final int MOST_ARGUMENTS = 16;
  private static final int DEEPEST_CALL = 1000;
  private static final int DEEPEST_TEXT = 200;
  private static final int LONGEST = 1 << 24;
  private static final int MOST_EVALUATIONS = 4_000_000;

  private final UnaryOperator<@Nullable String> environment;
  private final Shell shell;
  private final UserFunctions userFunctions;
  private final Messages messages;
  private final boolean enabled;
  private final boolean kconfiglib;
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, String> usedEnvironment = new LinkedHashMap<>();
  private @Nullable String undefined;
  private int evaluations;

  /**
   * @param environment the value of an environment variable, null when it is unset
   * @param messages receives what {@code $(info)} and {@code $(warning-if)} print
   */
  MacroExpander(
      Generation generation,
      UnaryOperator<@Nullable String> environment,
      Shell shell,
      Messages messages) {
    this.enabled = generation.macros();
    this.kconfiglib = generation.has(Trait.KCONFIGLIB_LANGUAGE);
    this.environment = environment;
    this.shell = shell;
    this.userFunctions = new UserFunctions(shell);
    this.messages = messages;
  }

  private static final class Variable {
    String value = "";
    boolean simple;
    int expansions;
  }

  /** Whether there are macros in this generation. */
  boolean enabled() {
    return enabled;
  }

  /** A text in quotes as it counts: Kconfiglib puts variables in the place of $NAME and ${NAME}. */
  String withVariables(String text) {
    return kconfiglib && text.indexOf('$') >= 0
        ? VARIABLE.matcher(text).replaceAll(this::replacement)
        : text;
  }

  private String replacement(MatchResult found) {
    String name = found.group(1) == null ? found.group(2) : found.group(1);
    String value = variable(name);
    return Matcher.quoteReplacement(value == null ? found.group() : value);
  }

  /** The value of an environment variable, absent when it is unset. */
  @Nullable String variable(String name) {
    String value = environment.apply(name);
    if (value != null) {
      usedEnvironment.putIfAbsent(name, value);
    }
    return value;
  }

  /** The environment variables that were asked for and set, in order. */
  Map<String, String> usedEnvironment() {
    return usedEnvironment;
  }

  /** {@code name = value}, {@code name := value} or {@code name += value}. */
  void assign(String name, Token operator, String value, Lexer at) {
    Variable variable = variables.get(name);
    boolean append = operator == Token.PLUS_EQUAL && variable != null;
    if (variable == null) {
      variable = new Variable();
    }
    boolean simple = append ? variable.simple : operator == Token.COLON_EQUAL;
    String added = simple ? expandAll(value, at) : value;
    variable.simple = simple;
    variable.value = append ? variable.value + " " + added : added;
    variables.put(name, variable);
  }

  private String expandAll(String value, Lexer at) {
    try {
      evaluations = 0;
      return expand(value, List.of(), at);
    } catch (StackOverflowError _) {
      throw tooDeep(at);
    }
  }

  /** The last name that was used without a definition since {@link #forgetUndefined}. */
  @Nullable String undefined() {
    return undefined;
  }

  void forgetUndefined() {
    undefined = null;
  }

  /** Expands the word at an index of {@code line}; returns the index behind it. */
  int expandToken(String line, int from, StringBuilder out, Lexer at) {
    int i = from;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '$') {
        i = expandDollar(line, i + 1, out, at);
      } else if (Lexer.wordByte(c)) {
        out.append(c);
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  /** Expands what follows a {@code $}; returns the index behind it. */
  int expandDollar(String text, int from, StringBuilder out, Lexer at) {
    try {
      evaluations = 0;
      return expandDollar(text, from, out, List.of(), at);
    } catch (StackOverflowError _) {
      throw tooDeep(at);
    }
  }

  private static KconfigException tooDeep(Lexer at) {
    return at.failure(
        "nesting",
        "the macros here are nested too deep",
        "a macro within a macro, or one that leads to another and so on");
  }

  private int expandDollar(
      String text, int from, StringBuilder out, List<String> arguments, Lexer at) {
    if (from >= text.length() || text.charAt(from) != '(') {
      out.append('$');
      return from;
    }
    int nesting = 0;
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        if (++nesting > DEEPEST_TEXT) {
          throw tooDeep(at);
        }
      } else if (c == ')' && nesting-- == 0) {
        out.append(evaluate(text.substring(from + 1, i), arguments, at));
        return i + 1;
      }
    }
    throw at.failure(
        "unterminated-macro",
        "unterminated reference to '" + text.substring(from + 1) + "'",
        "a closing parenthesis is missing");
  }

  private String expand(String text, List<String> arguments, Lexer at) {
    int dollar = text.indexOf('$');
    if (dollar < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    while (dollar >= 0) {
      out.append(text, done, dollar);
      if (out.length() > LONGEST) {
        throw tooMuch(at);
      }
      done = expandDollar(text, dollar + 1, out, arguments, at);
      dollar = text.indexOf('$', done);
    }
    return out.append(text, done, text.length()).toString();
  }

  /**
   * @param arguments those of the call whose body this is, for $(1) and so on
   */
  private String evaluate(String clause, List<String> arguments, Lexer at) {
    if (++evaluations > MOST_EVALUATIONS) {
      throw tooMuch(at);
    }
    NumberReader number = new NumberReader(clause, 10);
    if (number.end() == clause.length()
        && number.signedValue() > 0
        && number.signedValue() <= arguments.size()) {
      return arguments.get((int) number.signedValue() - 1);
    }
    List<String> parts = split(clause, at);
    parts.replaceAll(part -> expand(part, arguments, at));
    String name = parts.getFirst();
    List<String> call = parts.subList(1, parts.size());
    Variable variable = variables.get(name);
    if (variable != null) {
      return expandVariable(name, variable, call, at);
    }
    String answer = function(name, call, at);
    if (answer != null) {
      return answer;
    }
    if (!call.isEmpty()) {
      undefined = name;
      return "";
    }
    return environment(name);
  }

  private static KconfigException tooMuch(Lexer at) {
    return at.failure(
        "endless-macro",
        "the macros here come to more than 16 MiB of text or " + MOST_EVALUATIONS + " steps",
        "does one of them use the one before it twice?");
  }

  private List<String> split(String clause, Lexer at) {
    List<String> parts = new ArrayList<>();
    int nesting = 0;
    int start = 0;
    for (int i = 0; i < clause.length(); i++) {
      char c = clause.charAt(i);
      if (c == ',' && nesting == 0) {
        parts.add(clause.substring(start, i));
        start = i + 1;
      } else if (c == '(') {
        nesting++;
      } else if (c == ')') {
        nesting--;
      }
    }
    parts.add(clause.substring(start));
    if (parts.size() > MOST_ARGUMENTS && !kconfiglib) {
      throw at.failure(
          "macro-arguments", "too many function arguments", "at most 16, the name included");
    }
    return parts;
  }

  private String expandVariable(String name, Variable variable, List<String> call, Lexer at) {
    if (call.isEmpty() && variable.expansions > 0) {
      throw at.failure(
          "recursive-macro",
          "recursive variable '" + name + "' references itself (eventually)",
          "define it with := to use its old value");
    }
    if (variable.expansions > DEEPEST_CALL) {
      throw at.failure("recursive-macro", "too deep recursive expansion of '" + name + "'", null);
    }
    variable.expansions++;
    try {
      return variable.simple ? variable.value : expand(variable.value, call, at);
    } finally {
      variable.expansions--;
    }
  }

  private @Nullable String function(String name, List<String> call, Lexer at) {
    int wanted =
        switch (name) {
          case "filename", "lineno" -> 0;
          case "info", "shell" -> 1;
          case "error-if", "warning-if" -> 2;
          default -> -1;
        };
    if (wanted < 0) {
      return kconfiglib ? userFunction(name, call, at) : null;
    }
    if (call.size() != wanted) {
      String amount = call.size() < wanted ? "few" : "many";
      throw at.failure(
          "macro-arguments",
          "too " + amount + " function arguments passed to '" + name + "'",
          "it takes " + wanted);
    }
    return switch (name) {
      case "filename" -> at.fileName();
      case "lineno" -> Integer.toString(at.line());
      case "shell" -> shell.run(call.getFirst());
      case "info" -> say(kconfiglib ? place(at) + call.getFirst() : call.getFirst());
      case "error-if" -> failIf(call, at);
      default -> warnIf(call, at);
    };
  }

  private @Nullable String userFunction(String name, List<String> call, Lexer at) {
    UserFunctions.Arity arity = userFunctions.arity(name);
    if (arity == null) {
      return null;
    }
    if (!arity.accepts(call.size())) {
      throw at.failure(
          "macro-arguments",
          "'" + name + "' takes " + arity.text() + " arguments, not " + call.size(),
          null);
    }
    return userFunctions.call(name, call);
  }

  private String say(String text) {
    messages.out(text + "\n");
    return "";
  }

  private static String failIf(List<String> call, Lexer at) {
    if (call.getFirst().equals("y")) {
      throw at.failure("error-if", call.get(1), "the Kconfig files themselves demand this");
    }
    return "";
  }

  private String warnIf(List<String> call, Lexer at) {
    if (call.getFirst().equals("y")) {
      messages.err(place(at) + (kconfiglib ? "warning: " : "") + call.get(1) + "\n");
    }
    return "";
  }

  private static String place(Lexer at) {
    return at.fileName() + ":" + at.line() + ": ";
  }

  private String environment(String name) {
    String known = usedEnvironment.get(name);
    if (known != null || name.isEmpty()) {
      return known == null ? "" : known;
    }
    String value = environment.apply(name);
    if (value == null) {
      undefined = name;
      return "";
    }
    usedEnvironment.put(name, value);
    return value;
  }
}
