package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The states of the things that commands depend on. Each is looked at once, when it is first asked
 * for, so that all answers of one run stem from one world.
 */
final class World {
  private final Path folder;
  private final Map<String, String> environment;
  private final String[] searchPath;
  private final Map<String, String> states = new ConcurrentHashMap<>();

  World(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
    this.searchPath = environment.getOrDefault("PATH", "/usr/bin:/bin").split(":", -1);
  }

  /** The state of a {@link Subject}: equal states mean that nothing has changed. */
  String state(String subject) {
    String known = states.get(subject);
    if (known != null) {
      return known;
    }
    String state = observe(subject);
    states.put(subject, state);
    return state;
  }

  /** Takes {@code state} for granted, for a subject that need not be looked at. */
  void trust(String subject, String state) {
    states.putIfAbsent(subject, state);
  }

  /** The absolute form of a path that a command names, as a byte string. */
  String absolute(String path) {
    return path.startsWith("/") ? path : ByteText.encode(folder.toString()) + "/" + path;
  }

  private String observe(String subject) {
    String name = Subject.name(subject);
    return switch (Subject.kind(subject)) {
      case Subject.FILE -> FileIdentity.of(absolute(name));
      case Subject.LIST -> FileIdentity.ofList(absolute(name));
      case Subject.PROGRAM -> program(name);
      case Subject.VARIABLE -> environment.containsKey(name) ? "=" + environment.get(name) : "-";
      default -> setting(subject);
    };
  }

  private String setting(String subject) {
    return switch (subject) {
      case Subject.SEARCH_PATH -> searchPathState();
      case Subject.FOLDER -> ByteText.encode(folder.toString());
      case Subject.WRITABLE -> Files.isWritable(folder) ? "y" : "n";
      case Subject.SYSTEM -> System.getProperty("os.arch") + " " + System.getProperty("os.version");
      default -> throw new IllegalArgumentException(subject);
    };
  }

  private String program(String name) {
    for (String directory : searchPath) {
      String candidate = absolute(directory.isEmpty() ? name : directory + "/" + name);
      if (FileIdentity.isProgram(candidate)) {
        return candidate;
      }
    }
    return FileIdentity.ABSENT;
  }

  private String searchPathState() {
    StringBuilder state = new StringBuilder();
    for (String directory : searchPath) {
      state.append(FileIdentity.ofList(absolute(directory))).append(':');
    }
    return state.toString();
  }
}
