package dev.unprobed.bench.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Recordings of what the shell commands of one tree's Kconfig files answer in one environment,
 * which a preloaded library plays back to an unmodified {@code conf}.
 */
public final class Replay {

  private static final String SOURCE = "replay.c";
  private static final String PROVED = "proved";

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
    return Files.exists(recordings.resolve(PROVED));
  }

  /** It has been seen. */
  public void prove() throws IOException {
    Files.writeString(recordings.resolve(PROVED), "");
  }

  /**
   * The environment in which {@code conf} records what has no recording, and plays back what has.
   */
  public SortedMap<String, String> in(Map<String, String> environment) throws IOException {
    Files.createDirectories(recordings);
    SortedMap<String, String> all = new TreeMap<>(environment);
    all.put("LD_PRELOAD", library.toString());
    all.put("UNPROBED_REPLAY", recordings.toString());
    return all;
  }

  /** Throws the recordings away. */
  public void forget() throws IOException {
    Cache.delete(recordings);
  }

  private static synchronized Path library() throws IOException {
    byte[] source = source();
    Path place = Cache.folder("replay").resolve("lib-" + new Digest().add(SOURCE, source).text());
    if (!Files.exists(place)) {
      Cache.fill(
          place,
          folder -> {
            Files.write(folder.resolve(SOURCE), source);
            Command.output(folder, "gcc", "-O2", "-shared", "-fPIC", "-o", "replay.so", SOURCE);
          });
    }
    return place.resolve("replay.so");
  }

  private static byte[] source() throws IOException {
    try (InputStream stream = Replay.class.getResourceAsStream(SOURCE)) {
      if (stream == null) {
        throw new NoSuchFileException(SOURCE);
      }
      return stream.readAllBytes();
    }
  }
}
