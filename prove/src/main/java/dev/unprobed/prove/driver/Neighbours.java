package dev.unprobed.prove.driver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who else uses what a module defines: only what is exported can be reached from outside. */
final class Neighbours {
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?m)^(?!static\\b|typedef\\b|extern\\b|else\\b|return\\b)"
              + "[A-Za-z_][\\w \\t*]*?[ \\t*](\\w+)\\([^;{}]*?\\)\\s*\\{");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?m)^(?!static\\b|typedef\\b|extern\\b)"
              + "(?:const[ \\t]+)?(?:struct[ \\t]+)?\\w+[ \\t*]+(?:const[ \\t]+)?(\\w+)"
              + "(?:\\[[^\\]]*\\])*[ \\t\\w]*=[^;=]");
  private static final Pattern EXPORT = Pattern.compile("\\bEXPORT_\\w+\\s*\\(\\s*(\\w+)");

  private final SourceFiles files;
  private final Map<String, Place> defined = new LinkedHashMap<>();

  private record Place(Module module, String file, int line, boolean exported) {}

  private Neighbours(SourceFiles files) {
    this.files = files;
  }

  static List<Finding> findings(SourceFiles files, List<Module> modules) {
    Neighbours neighbours = new Neighbours(files);
    modules.forEach(neighbours::define);
    return neighbours.findings();
  }

  private void define(Module module) {
    Map<String, Code> codes = new TreeMap<>();
    for (String source : module.sources()) {
      codes.put(source, code(source));
    }
    Set<String> exported =
        codes.values().stream()
            .flatMap(code -> EXPORT.matcher(code.text()).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    codes.forEach((source, code) -> {
      for (Pattern pattern : List.of(FUNCTION, VARIABLE)) {
        for (Matcher matcher = pattern.matcher(code.text()); matcher.find(); ) {
          String name = matcher.group(1);
          int line = code.line(matcher.start(1));
          defined.put(name, new Place(module, source, line, exported.contains(name)));
        }
      }
    });
  }

  private List<Finding> findings() {
    if (defined.isEmpty()) {
      return List.of();
    }
    Map<String, SortedSet<String>> mentioning = files.mentioning(defined.keySet());
    List<Finding> findings = new ArrayList<>();
    defined.forEach((name, place) -> {
      for (String file : mentioning.getOrDefault(name, java.util.Collections.emptySortedSet())) {
        if (uses(file, name, place)) {
          findings.add(finding(name, place, file));
          break;
        }
      }
    });
    return findings;
  }

  private boolean uses(String file, String name, Place place) {
    if (!file.endsWith(".c") || place.module().sources().contains(file)) {
      return false;
    }
    String text = code(file).text();
    // Names need only be unique within what is linked together.
    boolean own =
        Pattern.compile(
                    "(?m)^[A-Za-z_][^;={}()]*\\b" + name + "\\s*(?:\\([^;{}]*?\\)\\s*\\{|=|\\[)")
                .matcher(text)
                .find()
            || Pattern.compile("(?m)^\\s*static\\b[^;{]*\\b" + name + "\\b").matcher(text).find();
    return !own && Pattern.compile("(?<![.>])\\b" + name + "\\b").matcher(text).find();
  }

  private static Finding finding(String name, Place place, String user) {
    return place.exported()
        ? Finding.caution(
            place.file(),
            place.line(),
            name + " is used by " + user + ", which then needs it loaded")
        : Finding.against(
            place.file(), place.line(), name + " is used by " + user + ", and not exported");
  }

  private Code code(String file) {
    String text = files.text(file);
    return Code.of(text == null ? "" : text);
  }
}
