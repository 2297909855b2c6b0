package dev.unprobed.prove.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a module calls, itself or through macros and inline functions of headers: a function of the
 * kernel that nothing exports is not there for it.
 *
 * <p>Only functions that one file defines and a header declares are judged. A name that very many
 * files have is taken as one that is there for all.
 */
final class Callees {
  private static final int MANY_FILES = 150;
  private static final int DEEPEST = 4;

  private static final Pattern CALL = Pattern.compile("(?<![.>\\w])([A-Za-z_]\\w*)\\s*\\(");
  private static final Set<String> NO_FUNCTIONS =
      Set.of("if", "for", "while", "switch", "return", "sizeof", "defined", "typeof", "case", "do");

  private final SourceFiles files;
  private final Map<String, Code> codes = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * A call to follow.
   *
   * @param through what stands in the module, where that is something else
   * @param surely whether it is compiled in any case
   */
  private record Call(String file, int line, String through, boolean surely) {
    Call within(String name, boolean only) {
      return new Call(file, line, through.isEmpty() ? name : through, surely && only);
    }
  }

  private Callees(SourceFiles files) {
    this.files = files;
  }

  static List<Finding> findings(SourceFiles files, List<Module> modules) {
    Callees callees = new Callees(files);
    modules.forEach(callees::look);
    return callees.findings;
  }

  private void look(Module module) {
    Map<String, Call> calls = new LinkedHashMap<>();
    Set<String> own = new HashSet<>();
    for (String source : module.sources()) {
      Code code = code(source);
      Conditionals conditionals = Conditionals.of(code.text());
      for (Matcher call = CALL.matcher(code.text()); call.find(); ) {
        String name = call.group(1);
        Call here =
            new Call(source, code.line(call.start(1)), "", !conditionals.around(call.start(1)));
        calls.merge(name, here, (first, later) -> first.surely() ? first : later);
      }
      calls.keySet().stream().filter(name -> new Named(name).ownIn(code.text())).forEach(own::add);
    }
    calls.keySet().removeAll(own);
    calls.keySet().removeAll(NO_FUNCTIONS);
    follow(module, calls);
  }

  private void follow(Module module, Map<String, Call> first) {
    Map<String, Call> calls = first;
    Set<String> seen = new HashSet<>(first.keySet());
    for (int depth = 0; depth < DEEPEST && !calls.isEmpty(); depth++) {
      Map<String, SortedSet<String>> mentioning = files.mentioning(calls.keySet());
      Map<String, Call> deeper = new LinkedHashMap<>();
      calls.forEach((name, call) -> {
        SortedSet<String> places = mentioning.getOrDefault(name, new TreeSet<>());
        if (places.size() <= MANY_FILES) {
          Set<String> inside = judge(module, name, call, places);
          boolean only = inside.size() == 1;
          inside.stream()
              .flatMap(body -> CALL.matcher(body).results())
              .map(match -> match.group(1))
              .filter(inner -> !NO_FUNCTIONS.contains(inner) && seen.add(inner))
              .forEach(inner -> deeper.put(inner, call.within(name, only)));
        }
      });
      calls = deeper;
    }
  }

  /** Says what is wrong with a name; the bodies of macros and inline functions of that name. */
  private Set<String> judge(Module module, String name, Call call, SortedSet<String> places) {
    Named named = new Named(name);
    Set<String> bodies = new HashSet<>();
    String defined = null;
    boolean declared = false;
    for (String place : places) {
      String text = code(place).text();
      if (named.exportedBy(text)) {
        return Set.of();
      }
      if (place.endsWith(".h")) {
        bodies.addAll(named.bodies(text));
        declared |= named.declaredIn(text);
      } else if (place.endsWith(".c") && !module.sources().contains(place)) {
        defined = defined == null && named.definedIn(text) ? place : defined;
      }
    }
    if (defined != null && declared) {
      findings.add(finding(name, call, defined, call.surely() && bodies.isEmpty()));
      return Set.of();
    }
    return bodies;
  }

  private static Finding finding(String name, Call call, String defined, boolean surely) {
    String through = call.through().isEmpty() ? "" : call.through() + "() calls ";
    String text = through + name + "(), which " + defined + " defines and nothing exports";
    // Of an architecture there may be another one.
    return surely && !defined.startsWith("arch/")
        ? Finding.against(call.file(), call.line(), text)
        : Finding.caution(call.file(), call.line(), text);
  }

  private Code code(String file) {
    return codes.computeIfAbsent(file, this::read);
  }

  private Code read(String file) {
    @Nullable String text = files.text(file);
    return Code.of(text == null ? "" : text);
  }

  /** What C says of one name. */
  private static final class Named {
    private final String name;
    private final String parameters;

    Named(String name) {
      this.name = name;
      parameters = "\\b" + name + "\\s*\\([^;{}]*?\\)";
    }

    private static boolean in(String text, String pattern) {
      return Pattern.compile(pattern).matcher(text).find();
    }

    boolean exportedBy(String text) {
      return in(text, "\\b_*EXPORT_\\w+\\s*\\(\\s*" + name + "\\b");
    }

    /** A function that other files can call. */
    boolean definedIn(String text) {
      return text.contains(name)
          && in(
              text,
              "(?m)^(?!static\\b|typedef\\b|else\\b|return\\b)[A-Za-z_](?:[\\w \\t*]*\\n?[\\w \\t*]*)"
                  + parameters
                  + "\\s*\\{")
          && !in(text, "(?m)^static\\b[^;{}()]*" + parameters);
    }

    /** A prototype. */
    boolean declaredIn(String text) {
      return in(text, "(?m)^(?!static\\b)[A-Za-z_][^;{}()#]*" + parameters + "[^;{}]*;");
    }

    /** Whether a module has something of that name itself: a function, a macro, a variable. */
    boolean ownIn(String text) {
      return in(text, "(?m)^[A-Za-z_][^;{}()#]*" + parameters + "[^;{}()]*\\{")
          || in(text, "(?m)^\\s*#\\s*define\\s+" + name + "\\b")
          || in(text, "\\(\\s*\\*\\s*(const\\s+)?" + name + "\\s*(\\[[^\\]]*\\])?\\)\\s*\\(");
    }

    /** What stands in macros and inline functions. */
    List<String> bodies(String text) {
      List<String> bodies = new ArrayList<>();
      Pattern macro =
          Pattern.compile(
              "(?m)^[ \\t]*#[ \\t]*define[ \\t]+" + name + "\\b((?:[^\\n\\\\]|\\\\.|\\\\\\n)*)");
      macro.matcher(text).results().forEach(match -> bodies.add(match.group(1)));
      Pattern inline =
          Pattern.compile(
              "(?m)^static\\b[^;{}()#]*"
                  + parameters
                  + "[^;{}()]*(?:\\{([^\\n]*)\\}$|\\{((?s:.*?))^\\})");
      inline
          .matcher(text)
          .results()
          .forEach(match -> bodies.add("" + match.group(1) + match.group(2)));
      return bodies;
    }
  }

  /** Which parts of a file are within #if. */
  private record Conditionals(List<int[]> spans) {
    private static final Pattern DIRECTIVE = Pattern.compile("(?m)^[ \\t]*#[ \\t]*(if|endif)");

    static Conditionals of(String text) {
      List<int[]> spans = new ArrayList<>();
      int depth = 0;
      int begin = 0;
      for (Matcher directive = DIRECTIVE.matcher(text); directive.find(); ) {
        boolean opens = directive.group(1).equals("if");
        if (opens && depth++ == 0) {
          begin = directive.start();
        } else if (!opens && depth > 0 && --depth == 0) {
          spans.add(new int[] {begin, directive.start()});
        }
      }
      return new Conditionals(spans);
    }

    boolean around(int offset) {
      return spans.stream().anyMatch(span -> span[0] <= offset && offset < span[1]);
    }
  }
}
