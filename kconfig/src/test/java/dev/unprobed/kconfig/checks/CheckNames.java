package dev.unprobed.kconfig.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of all checks, as the sources of the library have them. */
final class CheckNames {
  private static final Path SOURCES = Path.of("src/main/java");

  /** A call that makes a diagnostic, and the first text in it that can be the name of a check. */
  private static final Pattern RAISED =
      Pattern.compile(
          "\\b(?:failure|error|at|diagnostic|complain|ofFile|Diagnostic)\\("
              + "(?:[^;{}\"]|\"[^\"]*\")*?\"([a-z0-9]+(?:-[a-z0-9]+)*)\",");

  private CheckNames() {}

  static Set<String> read() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : files()) {
      Matcher matcher = RAISED.matcher(Files.readString(file));
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(SOURCES)) {
      return paths.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }
}
