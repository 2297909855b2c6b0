package dev.unprobed.bench.exact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.unprobed.bench.tree.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A working folder of its own for one run. The files that are there before have an old date, so
 * that it is seen afterwards which of them were written.
 *
 * @param folder where to run
 */
record Workplace(Path folder) implements AutoCloseable {

  /** How many characters mark a file in a listing. */
  static final int MARK = 2;

  private static final FileTime OLD = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

  static Workplace with(Map<String, String> files) throws IOException {
    Workplace place = new Workplace(Files.createTempDirectory("unprobed-work-"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      place.plant(file.getKey(), file.getValue());
    }
    return place;
  }

  private void plant(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, content, ISO_8859_1);
    Files.setLastModifiedTime(file, OLD);
  }

  /** What there is now that a run has ended. */
  Outcome outcome(Answer answer) throws IOException {
    StringBuilder listing = new StringBuilder();
    SortedMap<String, String> contents = new TreeMap<>();
    for (Path file : files()) {
      String name = folder.relativize(file).toString();
      boolean written = !Files.getLastModifiedTime(file).equals(OLD);
      listing.append(written ? "* " : "  ").append(name).append('\n');
      String content = Files.readString(file, ISO_8859_1);
      if (!content.isEmpty()) {
        contents.put(name, content);
      }
    }
    return new Outcome(answer, listing.toString(), contents);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
