package dev.unprobed.bench.speed;

import dev.unprobed.bench.tree.Cache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A command that does the work.
 *
 * @param name for the table
 * @param words the program and its arguments
 * @param environment all of it
 * @param forgetful whether it finds the user's cache folder empty each time
 * @param limit what part of conf's time it may take; infinity if it is only there to compare with
 */
public record Contestant(
    String name,
    List<String> words,
    SortedMap<String, String> environment,
    boolean forgetful,
    double limit) {

  private static final String CACHE = "XDG_CACHE_HOME";

  public static Contestant of(String name, List<String> words, Map<String, String> environment) {
    return new Contestant(name, words, new TreeMap<>(environment), false, Double.POSITIVE_INFINITY);
  }

  /** The same, to be told apart by whether it keeps to a limit. */
  public Contestant within(double part) {
    return new Contestant(name, words, environment, forgetful, part);
  }

  /** The same, which never finds what an earlier run has left in the user's cache folder. */
  public Contestant withoutCache() {
    return new Contestant(name, words, environment, true, limit);
  }

  /** Its environment with the user's cache folder in this folder. */
  SortedMap<String, String> environmentIn(Path folder) throws IOException {
    Path cache = folder.resolve(name.replaceAll("\\W+", "-"));
    if (forgetful) {
      Cache.delete(cache);
    }
    SortedMap<String, String> all = new TreeMap<>(environment);
    all.put(CACHE, cache.toString());
    return all;
  }
}
