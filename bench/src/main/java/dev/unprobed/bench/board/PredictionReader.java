package dev.unprobed.bench.board;

import dev.unprobed.bench.board.Prediction.Fate;
import dev.unprobed.bench.board.Prediction.Said;
import dev.unprobed.bench.board.Prediction.Verdict;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@code unprobed board --json} prints, the format {@code unprobed-board-1}. */
final class PredictionReader {

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
    SortedMap<String, Fate> devices = new TreeMap<>();
    for (JsonNode device : board.path("devices")) {
      Set<String> takers = new TreeSet<>();
      device.path("drivers").forEach(taker -> takers.add(taker.asString("")));
      devices.putIfAbsent(
          text(device, "name"), new Fate(text(device, "state"), text(device, "reason"), takers));
    }
    return new Prediction(drivers, devices);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
