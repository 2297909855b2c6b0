package dev.unprobed.bench.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Recordings of what the shell commands of one tree's Kconfig files answer in one environment,
 * which a preloaded library plays back to an unmodified {@code conf}. The library also gives conf
 * memory in which its hash tables work.
 */
public final class Replay {

  private static final String LIBRARY = "replay.so";
  private static final List<String> SOURCES = List.of("replay.c", "arena.c");

  private final Path library;
  private final Path recordings;

  private Replay(Path library, Path recordings) {
    this.library = library;
    this.recordings = recordings;
  }

  public static Replay of(Environment environment) throws IOException {
    return new Replay(library(), Cache.folder("replay").resolve(environment.digest()));
  }

  /** Whether it has been seen that conf does the same with the recordings of this environment. */
  public boolean isProved() {
    return Files.exists(proof());
  }

  /** It has been seen. */
  public void prove() throws IOException {
    Files.writeString(proof(), "");
  }

  /** Stands beside the recordings, and holds for this library only. */
  private Path proof() {
    return recordings.resolve("proved-with-" + library.getFileName());
  }

  /**
   * The environment in which {@code conf} records what has no recording, and plays back what has.
   */
  public SortedMap<String, String> in(Map<String, String> environment) throws IOException {
    Files.createDirectories(recordings);
    SortedMap<String, String> all = new TreeMap<>(environment);
    all.put("LD_PRELOAD", library.resolve(LIBRARY).toString());
    all.put("UNPROBED_REPLAY", recordings.toString());
    return all;
  }

  /** Throws the recordings away. */
  public void forget() throws IOException {
    Cache.delete(recordings);
  }

  private static synchronized Path library() throws IOException {
    Digest digest = new Digest();
    for (String name : SOURCES) {
      digest.add(name, source(name));
    }
    Path place = Cache.folder("replay").resolve("lib-" + digest.text());
    if (!Files.exists(place)) {
      Cache.fill(place, Replay::compile);
    }
    return place;
  }

  private static void compile(Path folder) throws IOException {
    List<String> gcc = new ArrayList<>(List.of("gcc", "-O2", "-fno-builtin-malloc"));
    gcc.addAll(List.of("-shared", "-fPIC", "-o", LIBRARY));
    for (String name : SOURCES) {
      Files.write(folder.resolve(name), source(name));
      gcc.add(name);
    }
    Command.output(folder, gcc.toArray(String[]::new));
  }

  private static byte[] source(String name) throws IOException {
    try (InputStream stream = Replay.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new NoSuchFileException(name);
      }
      return stream.readAllBytes();
    }
  }
}
