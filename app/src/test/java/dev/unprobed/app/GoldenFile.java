package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file that holds what goes into a command and what comes of it, in sections after a sentence for
 * people. {@code -Dunprobed.golden.write=true} writes what came of it anew, for a person to read.
 *
 * @param sections by name, in order
 */
record GoldenFile(Path file, String text, Map<String, String> sections) {
  private static final String SECTION = "==== ";

  /** All files of a folder. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static GoldenFile read(Path file) throws IOException {
    String text = Files.readString(file);
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : text.split("(?m)^" + SECTION, -1)) {
      int end = section.indexOf('\n');
      sections.put(section.substring(0, Math.max(end, 0)), section.substring(end + 1));
    }
    sections.remove(sections.keySet().iterator().next());
    return new GoldenFile(file, text, sections);
  }

  /** Empty when there is none of that name. */
  String section(String name) {
    return sections.getOrDefault(name, "");
  }

  /** Takes the place of a section, or comes as a further one. */
  GoldenFile with(String name, String content) {
    sections.put(name, content);
    return this;
  }

  /** Fails when some section is now another. Empty ones are left out. */
  void check() throws IOException {
    int intro = text.startsWith(SECTION) ? 0 : text.indexOf("\n" + SECTION) + 1;
    StringBuilder actual = new StringBuilder(text.substring(0, intro));
    sections.forEach(
        (name, content) -> actual.append(content.isEmpty() ? "" : SECTION + name + "\n" + content));
    if (Boolean.getBoolean("unprobed.golden.write")) {
      Files.writeString(file, actual);
    }
    assertThat(actual.toString()).isEqualTo(text);
  }
}
