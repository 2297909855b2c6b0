package dev.unprobed.app.diff;

import dev.unprobed.app.text.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Differences for people. */
public final class DifferencesText {
  private static final String INDENT = "      ";

  private final Lines lines;

  /**
   * @param width of a line, in columns
   */
  public DifferencesText(int width) {
    lines = new Lines(width);
  }

  /** Many lines, each with a newline. Use once. */
  public String of(Differences differences) {
    head(differences);
    Map<How, List<Group>> byHow = new LinkedHashMap<>();
    for (Group group : differences.groups()) {
      byHow.computeIfAbsent(group.root().how(), any -> new ArrayList<>()).add(group);
    }
    if (byHow.size() > 1) {
      lines.empty();
      byHow.forEach(this::overview);
    }
    byHow.forEach(this::chapter);
    lonely("New in B and off", differences.offInB());
    lonely("Gone from B, and off in A", differences.offInA());
    renames(differences.renames());
    if (!differences.unknown().isEmpty()) {
      lines.empty().line("Set in a file, but not a symbol of its tree:");
      lines.list("  ", "  ", differences.unknown());
    }
    return lines.toString();
  }

  private void head(Differences differences) {
    lines.line("A: " + differences.a());
    lines.line("B: " + differences.b());
    lines.empty();
    if (differences.none()) {
      lines.line("No symbol differs (" + count(differences.same(), "symbol") + " compared).");
      return;
    }
    long begins = differences.groups().size();
    long follow = differences.count() - begins;
    String differ = differences.count() == 1 ? " differs, " : " differ, ";
    String symbols = count(differences.count(), "symbol") + differ;
    String same = String.format("%,d", differences.same()) + " are the same. ";
    lines.words("", "", symbols + same + causes(begins, follow));
  }

  private static String causes(long begins, long follow) {
    if (follow == 0) {
      return "None follows from another.";
    }
    String are = begins == 1 ? " is a cause, " : " are causes, ";
    String from =
        (follow == 1 ? " follows" : " follow") + " from " + (begins == 1 ? "it." : "them.");
    return String.format("%,d", begins) + are + String.format("%,d", follow) + from;
  }

  private void overview(How how, List<Group> groups) {
    int follow = groups.stream().mapToInt(group -> group.follows().size()).sum();
    String title = title(how, groups.size());
    String more =
        follow == 0 ? "" : String.format("%,d", follow) + (follow == 1 ? " follows" : " follow");
    lines.line(String.format("  %-50s%s", title, more).stripTrailing());
  }

  private void chapter(How how, List<Group> groups) {
    lines.empty().line(title(how, groups.size()));
    groups.stream().filter(group -> !group.follows().isEmpty()).forEach(this::group);
    alone(groups.stream().filter(group -> group.follows().isEmpty()).map(Group::root).toList());
  }

  /** Roots without consequences; those of which the same can be said stand together. */
  private void alone(List<Change> roots) {
    Map<List<String>, List<Change>> alike = new LinkedHashMap<>();
    for (Change root : roots) {
      List<String> said = new ArrayList<>(root.rules());
      said.add(values(root));
      alike.computeIfAbsent(said, any -> new ArrayList<>()).add(root);
    }
    alike.forEach((said, changes) -> {
      if (said.size() > 1 && changes.size() == 1) {
        root(changes.getFirst());
      } else {
        String title = "  " + String.join("; ", said) + " (" + changes.size() + "): ";
        lines.list(title, INDENT, changes.stream().map(DifferencesText::named).toList());
      }
    });
  }

  private static String title(How how, int size) {
    String symbols = count(size, "symbol");
    return switch (how) {
      case USER -> "You set " + symbols;
      case TYPE_CHANGED -> "The type changed: " + symbols;
      case SELECTS_CHANGED -> "The selects changed: " + symbols;
      case DEPENDENCIES_CHANGED -> "The dependencies changed: " + symbols;
      case DEFAULT_CHANGED -> "The default changed: " + symbols;
      case NEW -> "New in B and on: " + symbols;
      case GONE -> "Gone from B, and on in A: " + symbols;
      default -> "No cause was found: " + symbols;
    };
  }

  private void root(Change change) {
    lines.words("  ", INDENT, change.symbol() + ": " + change.values());
    for (String rule : change.rules()) {
      lines.words(INDENT, INDENT + "  ", rule);
    }
  }

  private void group(Group group) {
    root(group.root());
    int size = group.follows().size();
    lines.line("    " + count(size, "symbol") + (size == 1 ? " follows" : " follow"));
    Map<String, List<String>> byHow = new LinkedHashMap<>();
    group.follows().stream()
        .sorted(Comparator.comparing(Change::how))
        .forEach(change ->
            byHow.computeIfAbsent(title(change), any -> new ArrayList<>()).add(named(change)));
    byHow.forEach((title, names) -> {
      names.sort(null);
      lines.list(INDENT + title + " (" + names.size() + "): ", INDENT + "  ", names);
    });
  }

  private static String title(Change change) {
    return change.how().text(change.rose()) + ", " + values(change);
  }

  /** Values that each symbol has its own of stand with the symbol. */
  private static String values(Change change) {
    return logical(change) ? change.values() : "other value";
  }

  private static String named(Change change) {
    return logical(change) ? change.symbol() : change.symbol() + " " + change.values();
  }

  private static boolean logical(Change change) {
    return change.before().or(change::after).filter(DifferencesText::letter).isPresent();
  }

  private static boolean letter(String value) {
    return value.equals("n") || value.equals("m") || value.equals("y");
  }

  private void lonely(String title, List<String> names) {
    if (!names.isEmpty()) {
      lines.empty().line(title + ": " + count(names.size(), "symbol") + " (see --json)");
    }
  }

  private void renames(List<Differences.Rename> renames) {
    if (renames.isEmpty()) {
      return;
    }
    lines.empty().line("Renamed? The prompt and the type are the same:");
    for (Differences.Rename rename : renames) {
      lines.words(
          "  ", INDENT, rename.from() + " -> " + rename.to() + " \"" + rename.prompt() + "\"");
    }
  }

  private static String count(long number, String noun) {
    return String.format("%,d", number) + " " + noun + (number == 1 ? "" : "s");
  }
}
