package dev.unprobed.prove.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows the Makefiles from a symbol to the objects that would be its modules. */
final class Kbuild {
  private static final int DEEPEST = 12;

  private final SourceFiles files;
  private final Predicate<String> bool;
  private final Map<String, @Nullable Makefile> makefiles = new HashMap<>();
  private final List<Module> modules = new ArrayList<>();
  private final List<Module> builtIn = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  /**
   * @param bool whether a symbol can only be y or n
   */
  Kbuild(SourceFiles files, Predicate<String> bool) {
    this.files = files;
    this.bool = bool;
  }

  List<Module> modules() {
    return modules;
  }

  /** Objects that come with the symbol's folders, and can be no modules. */
  List<Module> builtIn() {
    return builtIn;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Looks at what one Makefile does with a symbol. */
  void follow(String file, String symbol) {
    Makefile makefile = makefile(file);
    if (makefile == null) {
      return;
    }
    for (Makefile.Entry entry : makefile.entries()) {
      if (symbol.equals(entry.switchedBy())) {
        if (entry.list().equals("obj")) {
          entry.words().forEach(word -> object(makefile, entry, word, 0));
        } else {
          findings.add(notAnObject(makefile, entry));
        }
      }
    }
  }

  private static Finding notAnObject(Makefile makefile, Makefile.Entry entry) {
    boolean part =
        makefile.list("obj").stream().anyMatch(e -> e.words().contains(entry.list() + ".o"));
    String text =
        part
            ? "only adds a part to " + entry.list() + ".o"
            : entry.list() + "- knows y, and nothing else";
    return Finding.against(makefile.file(), entry.line(), text);
  }

  private void object(Makefile makefile, Makefile.Entry entry, String word, int depth) {
    String name = makefile.folder() + word;
    if (!seen.add(name)) {
      return;
    }
    if (word.contains("$") || depth > DEEPEST) {
      findings.add(Finding.against(makefile.file(), entry.line(), word + " could not be followed"));
    } else if (word.endsWith("/")) {
      folder(makefile, entry, name, depth);
    } else if (word.endsWith(".o")) {
      Module module = new Module(name, makefile.file(), entry.line(), sources(makefile, word));
      (depth == 0 ? modules : builtIn).add(module);
    }
  }

  /** What the folder's own symbol turns on inside is a module too; what must be y is lost. */
  private void folder(Makefile above, Makefile.Entry by, String folder, int depth) {
    Makefile makefile = makefile(folder + "Kbuild");
    makefile = makefile == null ? makefile(folder + "Makefile") : makefile;
    if (makefile == null) {
      findings.add(Finding.against(above.file(), by.line(), folder + " has no Makefile"));
      return;
    }
    List<Makefile.Entry> left = makefile.list("obj").stream().filter(e -> lost(e, by)).toList();
    if (!left.isEmpty()) {
      Makefile.Entry first = left.getFirst();
      String owner = first.switchedBy() == null ? "" : " of the bool " + first.switchedBy();
      String others = left.size() == 1 ? "" : " and those of " + (left.size() - 1) + " more lines";
      findings.add(
          Finding.against(
              makefile.file(),
              first.line(),
              String.join(" ", first.words())
                  + owner
                  + others
                  + " would be in no kernel when the folder is entered for modules only, by "
                  + above.file()
                  + ":"
                  + by.line()));
    }
    for (Makefile.Entry entry : left) {
      for (String word : entry.words()) {
        object(makefile, entry, word, depth + 1);
      }
    }
  }

  private boolean lost(Makefile.Entry entry, Makefile.Entry folder) {
    String other = entry.switchedBy();
    return other == null
        ? entry.fixed().equals("y")
        : !other.equals(folder.switchedBy()) && bool.test(other);
  }

  /** The files of an object: its own, or those of its parts. */
  private List<String> sources(Makefile makefile, String object) {
    List<String> sources = new ArrayList<>();
    String stem = object.substring(0, object.length() - 2);
    List<Makefile.Entry> parts = makefile.list(stem);
    for (Makefile.Entry part : parts) {
      for (String word : part.words()) {
        if (word.endsWith(".o") && !word.contains("$")) {
          addSource(sources, makefile.folder() + word.substring(0, word.length() - 2));
        }
      }
    }
    if (parts.isEmpty()) {
      addSource(sources, makefile.folder() + stem);
    }
    return sources;
  }

  private void addSource(List<String> sources, String stem) {
    for (String ending : List.of(".c", ".S")) {
      if (!sources.contains(stem + ending) && files.text(stem + ending) != null) {
        sources.add(stem + ending);
      }
    }
  }

  private @Nullable Makefile makefile(String file) {
    if (!makefiles.containsKey(file)) {
      String text = files.text(file);
      makefiles.put(file, text == null ? null : Makefile.of(file, text));
    }
    return makefiles.get(file);
  }
}
