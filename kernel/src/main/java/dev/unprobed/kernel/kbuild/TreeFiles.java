package dev.unprobed.kernel.kbuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The makefiles of a tree, each read once; nothing outside of the tree. */
final class TreeFiles {
  /** The kernel's longest is under 100 KiB. */
  private static final long LARGEST = 8 << 20;

  private final Path root;
  private final Map<String, Optional<List<Statement>>> makefiles = new HashMap<>();

  TreeFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** The path as seen from the root; empty when it leads out of the tree. */
  Optional<String> relative(String name) {
    Path path = root.resolve(name).normalize();
    return path.startsWith(root) ? Optional.of(root.relativize(path).toString()) : Optional.empty();
  }

  boolean exists(String name) {
    return relative(name).filter(path -> Files.exists(root.resolve(path))).isPresent();
  }

  /** Absent when there is no such file. */
  Optional<List<Statement>> makefile(String name) {
    Optional<String> path = relative(name);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return makefiles.computeIfAbsent(path.get(), this::read);
  }

  private Optional<List<Statement>> read(String path) {
    Path file = root.resolve(path);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return Optional.of(MakefileReader.read(path, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code $(wildcard …)}: sorted; the names begin as the pattern does. */
  List<String> matching(String pattern) {
    boolean folder = pattern.endsWith("/");
    String name = folder ? pattern.substring(0, pattern.length() - 1) : pattern;
    if (name.chars().noneMatch(c -> "*?[".indexOf(c) >= 0)) {
      return exists(name) ? List.of(pattern) : List.of();
    }
    int slash = name.lastIndexOf('/') + 1;
    String parent = name.substring(0, slash);
    return parent.chars().anyMatch(c -> "*?[".indexOf(c) >= 0)
        ? matching(parent).stream().flatMap(p -> entries(p, name.substring(slash))).toList()
        : entries(parent, name.substring(slash)).toList();
  }

  private Stream<String> entries(String parent, String pattern) {
    Optional<String> folder = relative(parent.isEmpty() ? "." : parent);
    if (folder.isEmpty() || !Files.isDirectory(root.resolve(folder.get()))) {
      return Stream.empty();
    }
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceAll("[{}]", "\\\\$0"));
    try (Stream<Path> files = Files.list(root.resolve(folder.get()))) {
      return files
          .map(Path::getFileName)
          .filter(matcher::matches)
          .map(file -> parent + file)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
