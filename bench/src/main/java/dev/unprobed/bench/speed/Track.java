package dev.unprobed.bench.speed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.unprobed.bench.tree.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The work: a folder that holds the same files each time that a contestant starts.
 *
 * @param folder for the working folder and the contestants' caches
 * @param files by name, in ISO 8859-1
 * @param result the file that the work is to make
 */
public record Track(Path folder, Map<String, String> files, String result)
    implements AutoCloseable {

  private static final String WORK = "work";

  public static Track of(Map<String, String> files, String result) throws IOException {
    return new Track(Files.createTempDirectory("unprobed-speed-"), files, result);
  }

  Cost run(Contestant contestant) throws IOException {
    Path work = folder.resolve(WORK);
    Cache.delete(work);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = work.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, file.getValue(), ISO_8859_1);
    }
    return Stopwatch.measure(contestant.words(), contestant.environmentIn(folder), work);
  }

  /** What the last run has made. */
  List<String> made() throws IOException {
    return Files.readAllLines(folder.resolve(WORK).resolve(result), ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    Cache.delete(folder);
  }
}
