package dev.unprobed.bench.board;

import dev.unprobed.bench.board.Prediction.Said;
import dev.unprobed.bench.board.Prediction.Verdict;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@code unprobed board --json} prints, the format {@code unprobed-board-1}. */
final class PredictionReader {

  private static final String DEFERRED = "deferred";

  private PredictionReader() {}

  /** The predictions by the names of the boards' files. */
  static Map<String, Prediction> read(String json) {
    Map<String, Prediction> predictions = new LinkedHashMap<>();
    for (JsonNode board : JsonMapper.shared().readTree(json).path("boards")) {
      predictions.put(text(board, "board"), board(board));
    }
    return predictions;
  }

  private static Prediction board(JsonNode board) {
    SortedMap<String, Said> drivers = new TreeMap<>();
    for (JsonNode driver : board.path("drivers")) {
      Verdict verdict = Verdict.valueOf(text(driver, "verdict").toUpperCase(Locale.ROOT));
      Said said = new Said(verdict, text(driver, "reason"));
      drivers.merge(text(driver, "driver"), said, Said::likelier);
    }
    SortedSet<String> deferred = new TreeSet<>();
    for (JsonNode device : board.path("devices")) {
      if (text(device, "state").equals(DEFERRED)) {
        deferred.add(text(device, "name"));
      }
    }
    return new Prediction(drivers, deferred);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
