package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The names that a pattern of the shell stands for, as C's {@code glob} finds and orders them. */
final class FilePattern {
  private final Path base;

  FilePattern(Path base) {
    this.base = base;
  }

  /** The names of existing files, in the order of their bytes; none when nothing matches. */
  List<String> matches(String pattern) throws IOException {
    List<String> found = List.of(pattern.startsWith("/") ? "/" : "");
    for (String part : pattern.split("/+", -1)) {
      if (!part.isEmpty()) {
        found = wild(part) ? matchingIn(found, part) : existingIn(found, part);
      }
    }
    return found;
  }

  private static boolean wild(String part) {
    return part.indexOf('*') >= 0 || part.indexOf('?') >= 0 || part.indexOf('[') >= 0;
  }

  private List<String> existingIn(List<String> directories, String name) {
    List<String> found = new ArrayList<>();
    for (String directory : directories) {
      if (Files.exists(path(join(directory, name)))) {
        found.add(join(directory, name));
      }
    }
    return found;
  }

  private List<String> matchingIn(List<String> directories, String pattern) throws IOException {
    List<String> found = new ArrayList<>();
    for (String directory : directories) {
      if (Files.isDirectory(path(directory))) {
        addMatches(found, directory, pattern);
      }
    }
    Collections.sort(found);
    return found;
  }

  private void addMatches(List<String> found, String directory, String pattern) throws IOException {
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(path(directory), ByteText.readable(pattern))) {
      for (Path entry : entries) {
        String name = ByteText.encode(entry.getFileName().toString());
        if (!name.startsWith(".") || pattern.startsWith(".")) {
          found.add(join(directory, name));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private Path path(String name) {
    return base.resolve(ByteText.readable(name));
  }

  private static String join(String directory, String name) {
    return directory.isEmpty() || directory.endsWith("/")
        ? directory + name
        : directory + "/" + name;
  }
}
