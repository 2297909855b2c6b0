package dev.unprobed.kconfig.oracle;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of files that comes and goes. */
record WorkFolder(Path path) implements AutoCloseable {
  static WorkFolder create() throws IOException {
    return new WorkFolder(Files.createTempDirectory("unprobed-test"));
  }

  /** Puts files into a folder below this one. */
  Path fill(String name, Map<String, String> files) throws IOException {
    Path folder = Files.createDirectories(path.resolve(name));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path place = folder.resolve(ByteText.readable(file.getKey()));
      if (file.getKey().contains("/")) {
        Files.createDirectories(place.getParent());
      }
      Files.write(place, ByteText.bytes(file.getValue()));
    }
    return folder;
  }

  /** All files below a folder, by their names relative to it. */
  static SortedMap<String, String> read(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path path : walk(folder)) {
      if (Files.isRegularFile(path)) {
        String name = folder.relativize(path).toString();
        files.put(name, ByteText.of(Files.readAllBytes(path)));
      }
    }
    return files;
  }

  static String text(Path file) throws IOException {
    return ByteText.of(Files.readAllBytes(file));
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : walk(path).stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(file);
    }
  }
}
