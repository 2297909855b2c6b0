package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a platform's member of a choice the only one to choose: nothing can select a member, but
 * the prompts of the others can be hidden.
 */
final class Pinning {
  private static final Pattern PROMPT =
      Pattern.compile(
          "(\\s*\\w+\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'))"
              + "\\s*(?:if\\b\\s*([^#]*?))?\\s*(?:#.*)?");

  private final Patch patch;
  private final List<String> obstacles;
  private final Set<MenuNode> hidden = new HashSet<>();

  Pinning(Patch patch, List<String> obstacles) {
    this.patch = patch;
    this.obstacles = obstacles;
  }

  /** Whether all others are hidden now. */
  boolean pin(Platform platform, Symbol member, Symbol choice) {
    for (Symbol other : choice.members()) {
      for (MenuNode node : other == member ? List.<MenuNode>of() : other.definitions()) {
        if (node.prompt() != null && hidden.add(node) && !hide(platform, node)) {
          obstacles.add(other + " cannot be hidden: its prompt could not be read");
          return false;
        }
      }
    }
    return true;
  }

  private boolean hide(Platform platform, MenuNode node) {
    Property prompt = java.util.Objects.requireNonNull(node.prompt());
    Location from = prompt.location();
    Location to = new Entry(patch, node).type();
    StringBuilder statement = new StringBuilder();
    for (int line = from.line(); line <= to.line(); line++) {
      String text = patch.line(from.file(), line);
      boolean continued = line < to.line();
      statement.append(continued ? text.substring(0, text.length() - 1) : text);
    }
    Matcher matcher = PROMPT.matcher(statement);
    if (!matcher.matches()) {
      return false;
    }
    String condition = matcher.group(2);
    String before = condition == null ? "" : "(" + condition + ") && ";
    patch.replace(from, to, matcher.group(1) + " if " + before + platform.negation());
    return true;
  }
}
