package dev.unprobed.bench.promise;

import dev.unprobed.bench.promise.Promise.Situation;
import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code unprobed report} and reads what it promises. */
public final class Promises {
  private Promises() {}

  /**
   * All promises about one architecture of a tree.
   *
   * @param unprobed the words that start unprobed
   * @param environment of its process
   * @param folder where the report's files go
   */
  public static List<Promise> of(
      List<String> unprobed, Path tree, String arch, Map<String, String> environment, Path folder)
      throws IOException {
    List<String> words = new ArrayList<>(unprobed);
    words.addAll(List.of("report", "--json", "--tree", tree.toString(), "--arch", arch));
    words.addAll(List.of("--output", folder.toString()));
    Answer answer = new Command(words, environment, folder).run();
    if (answer.exit() != 0) {
      throw new IOException(String.join(" ", words) + ": " + answer.stderr());
    }
    return read(answer.stdout());
  }

  /** Reads the promises out of a report's JSON. */
  static List<Promise> read(String json) {
    List<Promise> promises = new ArrayList<>();
    for (JsonNode section : new JsonMapper().readTree(json).path("sections")) {
      for (JsonNode driver : section.path("drivers")) {
        add(promises, section, driver, Situation.AS_IT_IS, driver.path("value"));
        add(promises, section, driver, Situation.WITHOUT, driver.path("valueWithoutPlatform"));
        JsonNode asked = driver.path("asked");
        add(promises, section, driver, Situation.ASKED_N, asked.path("n").path("value"));
        add(promises, section, driver, Situation.ASKED_M, asked.path("m").path("value"));
        add(promises, section, driver, Situation.ASKED_Y, asked.path("y").path("value"));
      }
    }
    return promises;
  }

  private static void add(
      List<Promise> to, JsonNode section, JsonNode driver, Situation situation, JsonNode value) {
    to.add(
        new Promise(
            section.path("symbol").asString(),
            section.path("arch").asString(),
            section.path("config").asString(),
            driver.path("symbol").asString(),
            situation,
            value.asString()));
  }
}
