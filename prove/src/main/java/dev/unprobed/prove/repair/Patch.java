package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Lines added to and taken out of Kconfig files, by the line numbers of the files as they are. */
public final class Patch {
  private final Function<String, String> reader;
  private final Map<String, File> files = new TreeMap<>();

  /** What happens to one file. */
  private static final class File {
    final List<String> lines;
    final SequencedMap<Integer, List<String>> added = new TreeMap<>();
    final List<Integer> removed = new ArrayList<>();

    File(String text) {
      lines = List.of(text.split("\n", -1));
    }

    String changed() {
      List<String> changed = new ArrayList<>();
      for (int i = 0; i <= lines.size(); i++) {
        if (i > 0 && !removed.contains(i)) {
          changed.add(lines.get(i - 1));
        }
        changed.addAll(added.getOrDefault(i, List.of()));
      }
      return String.join("\n", changed);
    }
  }

  /**
   * No change so far.
   *
   * @param reader the text of a file, a byte string
   */
  Patch(Function<String, String> reader) {
    this.reader = reader;
  }

  /** The text of a line, without its line end; empty when there is none. */
  String line(String file, int line) {
    List<String> lines = file(file).lines;
    return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
  }

  int length(String file) {
    return file(file).lines.size();
  }

  /** Adds lines after one, below those that were added there before. */
  void addAfter(Location location, Collection<String> lines) {
    file(location.file())
        .added
        .computeIfAbsent(location.line(), key -> new ArrayList<>())
        .addAll(lines);
  }

  void remove(Location location) {
    file(location.file()).removed.add(location.line());
  }

  /** Puts one line in the place of some. */
  void replace(Location from, Location to, String line) {
    for (int old = from.line(); old <= to.line(); old++) {
      remove(new Location(from.file(), old));
    }
    addAfter(to, List.of(line));
  }

  private File file(String name) {
    return files.computeIfAbsent(name, key -> new File(reader.apply(key)));
  }

  /** The new texts of all files that change, by name; byte strings. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((name, file) -> {
      if (!file.added.isEmpty() || !file.removed.isEmpty()) {
        texts.put(name, file.changed());
      }
    });
    return Collections.unmodifiableMap(texts);
  }

  /** The text of a file as it is, a byte string. */
  public String before(String file) {
    return String.join("\n", file(file).lines);
  }
}
