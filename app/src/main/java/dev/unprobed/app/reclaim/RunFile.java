package dev.unprobed.app.reclaim;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link RunJson} wrote. A file that is not whole is refused, with the place. */
final class RunFile {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String HINT = "unprobed reclaim run --json writes such files";

  private final Path file;

  private RunFile(Path file) {
    this.file = file;
  }

  /** The boards of a file, at least one. */
  static List<SeenBoard> read(Path file) throws IOException {
    return new RunFile(file).boards();
  }

  private List<SeenBoard> boards() throws IOException {
    JsonNode top = json();
    if (top.isMissingNode()) {
      throw wrong("it is empty");
    }
    if (!top.path("format").asString("").equals(RunJson.FORMAT)) {
      throw wrong("it does not say that its format is " + RunJson.FORMAT);
    }
    List<SeenBoard> boards = each(top, "", "boards", this::board);
    if (boards.isEmpty()) {
      throw wrong("it is of no board");
    }
    return boards;
  }

  private JsonNode json() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new MalformedInput(file.toString(), -1, "no-file", "there is no such file", HINT);
    }
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (JacksonException | CharacterCodingException _) {
      throw wrong("it is not JSON");
    }
  }

  private SeenBoard board(Place place) {
    JsonNode node = place.node();
    return new SeenBoard(
        text(place, "board"),
        node.has("printed") ? Optional.of(printed(place.at("printed"))) : Optional.empty(),
        optional(place, "predictedPages"),
        optional(place, "memTotalGrowthKiB"),
        each(node, place.name(), "units", this::unit),
        each(node, place.name(), "checks", this::check),
        node.has("ledger") ? each(node, place.name(), "ledger", this::part) : List.of(),
        each(node, place.name(), "differences", this::text));
  }

  private SeenBoard.Printed printed(Place place) {
    return new SeenBoard.Printed(
        number(place, "left"),
        number(place, "stayed"),
        number(place, "pages"),
        number(place, "kibibytes"),
        number(place, "microseconds"));
  }

  private SeenBoard.Unit unit(Place place) {
    return new SeenBoard.Unit(text(place, "state"), text(place, "reason"), number(place, "bytes"));
  }

  private SeenBoard.Part part(Place place) {
    return new SeenBoard.Part(
        text(place, "part"),
        number(place, "bytes"),
        each(place.node(), place.name(), "items", this::item));
  }

  private SeenBoard.Part.Item item(Place place) {
    return new SeenBoard.Part.Item(text(place, "what"), number(place, "bytes"));
  }

  private SeenBoard.Check check(Place place) {
    JsonNode usual = field(place, "usual", JsonNode::isBoolean, "neither true nor false").node();
    return new SeenBoard.Check(
        text(place, "check"),
        text(place, "outcome"),
        each(place.node(), place.name(), "said", this::text),
        each(place.node(), place.name(), "troubles", this::text),
        usual.asBoolean());
  }

  private OptionalLong optional(Place place, String name) {
    return place.node().has(name) ? OptionalLong.of(number(place, name)) : OptionalLong.empty();
  }

  private long number(Place place, String name) {
    Predicate<JsonNode> isLong = node -> node.isIntegralNumber() && node.canConvertToLong();
    return field(place, name, isLong, "no whole number").node().asLong();
  }

  private String text(Place place, String name) {
    return text(place.at(name));
  }

  private String text(Place place) {
    return checked(place, JsonNode::isString, "no text").node().asString("");
  }

  private <T> List<T> each(JsonNode of, String name, String list, Function<Place, T> reader) {
    Place place = new Place(name, of).at(list);
    checked(place, JsonNode::isArray, "no list");
    List<T> all = new ArrayList<>();
    for (JsonNode node : place.node()) {
      all.add(reader.apply(new Place(place.name() + "[" + all.size() + "]", node)));
    }
    return List.copyOf(all);
  }

  private Place field(Place place, String name, Predicate<JsonNode> wanted, String otherwise) {
    return checked(place.at(name), wanted, otherwise);
  }

  private Place checked(Place place, Predicate<JsonNode> wanted, String otherwise) {
    if (!wanted.test(place.node())) {
      String what = place.node().isMissingNode() ? "missing" : otherwise;
      throw wrong(place.name() + " is " + what);
    }
    return place;
  }

  private MalformedInput wrong(String message) {
    return new MalformedInput(file.toString(), -1, "reclaim-run", message, HINT);
  }

  /** A value and how it is reached, such as boards[0].units[3].bytes. */
  private record Place(String name, JsonNode node) {
    Place at(String field) {
      return new Place(name.isEmpty() ? field : name + "." + field, node.path(field));
    }
  }
}
