package dev.unprobed.reclaim.patch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this package brings along: {@code manifest} names the new files and the edits. */
final class Shipped {
  private Shipped() {}

  /** The text of each new file, by its path in a source tree. */
  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    named("new").forEach(path -> files.put(path, read("tree/" + path)));
    return files;
  }

  static List<EditScript> scripts() {
    return named("edits").stream()
        .map(name -> EditScript.parse(name, read("edits/" + name)))
        .toList();
  }

  private static List<String> named(String kind) {
    return read("manifest")
        .lines()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> line.substring(kind.length()).strip())
        .toList();
  }

  private static String read(String name) {
    try (InputStream in = Shipped.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the program: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
