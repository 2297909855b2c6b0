package dev.unprobed.kconfig.macro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small world for tests: a search path with tools, a working directory, an environment, a cache.
 */
final class CacheWorld {
  private final Path root;
  private final Map<String, String> environment = new TreeMap<>();
  private final StringBuilder errors = new StringBuilder();
  private Path workFolder;

  CacheWorld(Path root) {
    this.root = root;
    this.workFolder = root.resolve("work");
    environment.put("PATH", root.resolve("early") + ":" + root.resolve("bin") + ":/usr/bin:/bin");
    environment.put("HOME", root.toString());
  }

  /** Puts a shell script on the search path. */
  Path tool(String name, String text) {
    return program("bin/" + name, text);
  }

  /** Makes a shell script at a path in this world. */
  Path program(String path, String text) {
    Path file = file(path, "#!/bin/sh\n" + text + "\n");
    if (!file.toFile().setExecutable(true, false)) {
      throw new IllegalStateException("cannot make " + file + " executable");
    }
    return file;
  }

  /** Makes a file at a path in this world. */
  Path file(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String path) {
    return root.resolve(path);
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  void workIn(String path) {
    workFolder = root.resolve(path);
  }

  /** One run of a program that asks for commands. */
  List<String> load(String... commands) {
    List<String> answers = new ArrayList<>();
    try (SystemShell system = system()) {
      CachingShell shell = open(system);
      for (String command : commands) {
        answers.add(shell.run(command));
      }
      shell.save();
    }
    return answers;
  }

  /** Whether another run would know the answer. */
  boolean isRemembered(String command) {
    try (SystemShell system = system()) {
      return open(system).cached(command) != null;
    }
  }

  List<String> lastCommands() {
    try (SystemShell system = system()) {
      return List.copyOf(open(system).lastCommands());
    }
  }

  SystemShell system() {
    try {
      Files.createDirectories(workFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SystemShell(workFolder, environment, errors::append);
  }

  CachingShell open(SystemShell system) {
    return CachingShell.open(MacroCache.in(cacheFolder()), system, "test");
  }

  String errors() {
    return errors.toString();
  }

  Path cacheFolder() {
    return root.resolve("cache");
  }

  /** The one file in the cache. */
  Path cacheFile() throws IOException {
    try (Stream<Path> files = Files.list(cacheFolder())) {
      return files
          .reduce((a, b) -> {
            throw new IllegalStateException(a + " and " + b);
          })
          .orElseThrow();
    }
  }
}
