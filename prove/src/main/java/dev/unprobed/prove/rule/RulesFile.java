package dev.unprobed.prove.rule;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.prove.condition.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of rules, a statement a line:
 *
 * <pre>
 * include "common.rules"            # relative to this file
 * tree "../linux-6.12"              # what follows is about this tree ...
 * arch arm64 arm                    # ... and these architectures
 * when ARCH_EXYNOS                  # ... and configurations in which this is not n
 * always COMMON_CLK_SAMSUNG
 * modular SERIAL_SAMSUNG I2C_S3C2410
 * never ARM_ATAG_DTB_COMPAT
 * implies PM_GENERIC_DOMAINS
 * holds SERIAL_SAMSUNG != n || SERIAL_AMBA_PL011 != n
 * </pre>
 *
 * <p>{@code tree} ends what {@code arch} and {@code when} said, {@code arch} ends what {@code when}
 * said; without a word, {@code arch} means all and {@code when} every configuration. An included
 * file begins with the scope of the place that includes it, and ends where that goes on.
 */
public final class RulesFile {
  private static final int DEEPEST = 50;

  private final List<Statement> statements = new ArrayList<>();
  private final List<Path> open = new ArrayList<>();

  private RulesFile() {}

  /**
   * The statements of a file, in their order.
   *
   * @throws KconfigException when a file is missing or wrong
   */
  public static List<Statement> read(Path file) {
    RulesFile rules = new RulesFile();
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      String hint = "rules such as \"when ARCH_EXYNOS\" and \"always SERIAL_SAMSUNG\"";
      throw new KconfigException(
          Diagnostic.ofFile(
              ByteText.encode(file.toString()),
              "no-rules",
              "cannot read the rules: " + Reason.of(e),
              hint));
    }
    rules.parse(file, bytes, Scope.ALL, null);
    return rules.statements;
  }

  private void parse(Path file, byte[] bytes, Scope outerScope, @Nullable Snippet outerWhen) {
    open.add(file.toAbsolutePath().normalize());
    Scope scope = outerScope;
    Snippet when = outerWhen;
    String path = ByteText.encode(file.toString());
    String[] lines = ByteText.of(bytes).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      RuleLine line = RuleLine.of(path, i + 1, lines[i]);
      switch (line.keyword()) {
        case "" -> {}
        case "include" -> include(file, line, scope, when);
        case "tree" -> {
          scope = new Scope(resolved(file, line.quoted()), List.of());
          when = null;
        }
        case "arch" -> {
          scope = new Scope(scope.tree(), line.words().stream().map(Snippet::part).toList());
          when = null;
        }
        case "when" -> when = line.rest().part().isEmpty() ? null : line.rest();
        default -> addRules(line, scope, when);
      }
    }
    open.removeLast();
  }

  private void addRules(RuleLine line, Scope scope, @Nullable Snippet when) {
    Statement.Kind kind = Statement.Kind.of(line.keyword());
    if (kind == null) {
      throw line.error(
          "unknown-rule",
          "no rule begins with \"" + line.keyword() + "\"",
          "one of when, arch, tree, include, " + Statement.Kind.all());
    }
    List<Snippet> subjects = kind.ofSymbols() ? line.words() : List.of(line.rest());
    if (subjects.isEmpty() || subjects.getFirst().part().isEmpty()) {
      String what = kind.ofSymbols() ? "symbols" : "an expression";
      throw line.error("syntax", "expected " + what + " after \"" + kind.text() + "\"", null);
    }
    subjects.forEach(subject -> statements.add(new Statement(scope, when, kind, subject)));
  }

  private void include(Path file, RuleLine line, Scope scope, @Nullable Snippet when) {
    Path included = Path.of(resolved(file, line.quoted()));
    if (open.contains(included.toAbsolutePath().normalize()) || open.size() > DEEPEST) {
      throw line.error("endless-include", "the file includes itself", null);
    }
    try {
      parse(included, Files.readAllBytes(included), scope, when);
    } catch (IOException e) {
      throw line.error(
          "missing-include",
          "cannot read the file: " + Reason.of(e),
          "names are relative to the file that includes");
    }
  }

  private static String resolved(Path file, String name) {
    return file.resolveSibling(ByteText.readable(name)).normalize().toString();
  }
}
