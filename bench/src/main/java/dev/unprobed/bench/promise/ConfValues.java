package dev.unprobed.bench.promise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tree's own conf makes of a default configuration and of changes to it. */
public final class ConfValues {
  private static final String DOT_CONFIG = ".config";
  private static final String START = "start_defconfig";

  private final Place place;
  private final Path folder;
  private final Map<String, String> environment;
  private final Map<String, String> known = new HashMap<>();

  /**
   * @param folder empty, for conf to work in
   */
  public ConfValues(Place place, Path folder) throws IOException {
    this.place = place;
    this.folder = folder;
    this.environment = Replay.of(place.environment()).in(place.environment().variables());
  }

  /** The value that conf gives to the symbol in the situation that the promise is about. */
  String value(Promise promise) throws IOException {
    String config =
        switch (promise.situation()) {
          case AS_IT_IS -> made(promise.config(), "");
          case WITHOUT -> made(promise.config(), promise.platform());
          case ASKED_N, ASKED_M, ASKED_Y -> asked(promise);
        };
    return value(config, promise.symbol());
  }

  /** The {@code .config} of a default configuration, with a symbol switched off unless empty. */
  private String made(String config, String off) throws IOException {
    String key = config + " " + off;
    String before = known.get(key);
    if (before != null) {
      return before;
    }
    String start = place.tree().text("arch/" + place.arch().folder() + "/configs/" + config);
    Files.writeString(folder.resolve(START), off.isEmpty() ? start : with(start, off, "n"));
    Files.deleteIfExists(folder.resolve(DOT_CONFIG));
    String made = run(List.of("--defconfig=" + START, "Kconfig"));
    known.put(key, made);
    return made;
  }

  private String asked(Promise promise) throws IOException {
    String config =
        with(made(promise.config(), ""), promise.symbol(), promise.situation().wanted());
    Files.writeString(folder.resolve(DOT_CONFIG), config, ISO_8859_1);
    return run(List.of("--olddefconfig", "Kconfig"));
  }

  private String run(List<String> arguments) throws IOException {
    Answer answer = place.oracle().run(arguments, environment, folder);
    if (answer.exit() != 0) {
      throw new IOException(
          "conf %s: exit status %d%n%s%s"
              .formatted(arguments, answer.exit(), answer.stdout(), answer.stderr()));
    }
    return Files.readString(folder.resolve(DOT_CONFIG), ISO_8859_1);
  }

  /** The configuration with one symbol's line taken out, and another put at the end. */
  static String with(String config, String symbol, String value) {
    StringBuilder text = new StringBuilder();
    config
        .lines()
        .filter(line -> !isOf(line, symbol))
        .forEach(line -> text.append(line).append('\n'));
    String line = "CONFIG_" + symbol + "=" + value;
    return text.append(value.equals("n") ? "# CONFIG_" + symbol + " is not set" : line)
        .append('\n')
        .toString();
  }

  /** The value of a bool or tristate in a {@code .config}; n when there is no line of it. */
  static String value(String config, String symbol) {
    String start = "CONFIG_" + symbol + "=";
    return config
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse("n");
  }

  private static boolean isOf(String line, String symbol) {
    return line.startsWith("CONFIG_" + symbol + "=")
        || line.equals("# CONFIG_" + symbol + " is not set");
  }
}
