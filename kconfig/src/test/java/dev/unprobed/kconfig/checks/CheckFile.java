package dev.unprobed.kconfig.checks;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case in a file called {@code bad-CHECK.txt}, {@code bad-CHECK.VARIANT.txt} or {@code
 * good-CHECK.txt}. It begins with {@code # remarks} and the lines {@code generation VERSION},
 * {@code target NAME}, {@code variable NAME=VALUE} and {@code stricter REASON} where conf goes on;
 * then come sections under {@code ==== NAME} lines, each a file, of which {@code expected} is what
 * is printed. In a section <code>{{3*text}}</code> stands for the text three times, with {@code \n}
 * for a newline, {@code \t} for a tab, {@code %i} for the count and {@code %j} for the next one,
 * and {@code \end} at its very end for no newline there.
 */
record CheckFile(
    Path path,
    String check,
    boolean bad,
    Generation generation,
    boolean stricter,
    Scenario scenario,
    String expected) {
  private static final Pattern NAME =
      Pattern.compile("(bad|good)-([a-z0-9-]+)(?:\\.[a-z0-9-]+)?\\.txt");
  private static final Pattern REPEATED = Pattern.compile("\\{\\{(\\d+)\\*(.*?)}}");
  private static final String EXPECTED = "expected";

  static CheckFile read(Path path) throws IOException {
    Matcher name = NAME.matcher(Objects.requireNonNull(path.getFileName()).toString());
    if (!name.matches()) {
      throw new IOException("not the name of a case: " + path);
    }
    String[] parts = ByteText.of(Files.readAllBytes(path)).split("(?m)^==== ", -1);
    CheckFile file =
        new CheckFile(
            path,
            name.group(2),
            name.group(1).equals("bad"),
            Generation.LINUX_7_1,
            false,
            new Scenario(Map.of(), Map.of(), Target.OLDDEFCONFIG, ""),
            "");
    for (String line : parts[0].split("\n", -1)) {
      file = file.withLine(line);
    }
    for (int i = 1; i < parts.length; i++) {
      int newline = parts[i].indexOf('\n');
      file = file.withSection(parts[i].substring(0, newline), parts[i].substring(newline + 1));
    }
    return file;
  }

  private CheckFile withLine(String line) {
    int space = line.indexOf(' ');
    String rest = line.substring(space + 1);
    return switch (space < 0 ? "" : line.substring(0, space)) {
      case "generation" -> with(generation(rest), stricter, scenario);
      case "target" ->
          with(generation, stricter, scenario.target(Objects.requireNonNull(Target.of(rest))));
      case "stricter" -> with(generation, true, scenario);
      case "variable" -> {
        int equals = rest.indexOf('=');
        Scenario set = scenario.variable(rest.substring(0, equals), rest.substring(equals + 1));
        yield with(generation, stricter, set);
      }
      default -> this;
    };
  }

  private static Generation generation(String version) {
    return Arrays.stream(Generation.values())
        .filter(generation -> generation.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private CheckFile withSection(String title, String content) {
    return title.equals(EXPECTED)
        ? new CheckFile(path, check, bad, generation, stricter, scenario, content)
        : with(generation, stricter, scenario.file(title, text(content)));
  }

  private static String text(String content) {
    String text =
        REPEATED
            .matcher(content)
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    repeated(found.group(2), Integer.parseInt(found.group(1)))));
    return text.endsWith("\\end\n") ? text.substring(0, text.length() - 5) : text;
  }

  private static String repeated(String part, int times) {
    String text = part.replace("\\n", "\n").replace("\\t", "\t");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < times; i++) {
      all.append(text.replace("%i", String.valueOf(i)).replace("%j", String.valueOf(i + 1)));
    }
    return all.toString();
  }

  private CheckFile with(Generation newer, boolean strict, Scenario changed) {
    return new CheckFile(path, check, bad, newer, strict, changed, expected);
  }

  /** Keeps what was printed, for somebody to look at. */
  void write(String printed) throws IOException {
    Files.write(
        path, ByteText.bytes("==== " + EXPECTED + "\n" + printed), StandardOpenOption.APPEND);
  }

  @Override
  public String toString() {
    return String.valueOf(path.getFileName());
  }
}
