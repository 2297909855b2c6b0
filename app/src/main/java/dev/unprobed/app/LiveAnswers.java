package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.app.report.page.Live;
import dev.unprobed.app.serve.Answers;
import dev.unprobed.app.set.Plans;
import dev.unprobed.app.set.PlansJson;
import dev.unprobed.board.DriverReport;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kernel.unit.Kernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers about one kernel, from its sources, its boards, or both. */
final class LiveAnswers implements Answers {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Optional<LiveKconfig> kconfig;
  private final Optional<LiveBoards> boards;

  LiveAnswers(Optional<LiveKconfig> kconfig, Optional<LiveBoards> boards) {
    this.kconfig = kconfig;
    this.boards = boards;
  }

  /** About what a report was made from. */
  static LiveAnswers of(ReportRun run, ReportOptions options) {
    Optional<Kernel> kernel = run.kernel().map(ReportKernel::kernel);
    return new LiveAnswers(
        tree(run.trees(), kernel)
            .map(tree -> {
              Configured configured = configured(tree, kernel, options);
              return new LiveKconfig(tree, configured, options.rules());
            }),
        run.kernel().map(LiveBoards::new));
  }

  /** The file that a build had; of a package the values that it tells; else what was asked for. */
  private static Configured configured(
      ConfiguredTree tree, Optional<Kernel> kernel, ReportOptions options) {
    Path built = options.image == null ? Path.of("") : options.image.resolve(".config");
    if (options.image != null && Files.exists(built)) {
      return tree.configure(built.toAbsolutePath().toString());
    }
    return kernel
        .filter(it -> !it.config().isEmpty())
        .map(it -> BoardSources.configured(tree, it))
        .orElseGet(() -> tree.configure(options.configuration(tree)));
  }

  /** The tree of the kernel's architecture; without a kernel the first. */
  private static Optional<ConfiguredTree> tree(
      List<ConfiguredTree> trees, Optional<Kernel> kernel) {
    return trees.stream()
        .filter(tree ->
            kernel.isEmpty()
                || ByteText.readable(tree.workspace().sourceArchitecture())
                    .equals(kernel.get().architecture().kernelName()))
        .findFirst();
  }

  /** What the page may ask. */
  Live live() {
    return new Live(
        kconfig.isPresent(),
        kconfig.map(LiveKconfig::configuration).orElse(""),
        kconfig.map(LiveKconfig::arch).orElse(""));
  }

  @Override
  public String overview() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", "unprobed-live-1");
    map.put(
        "kernel",
        kconfig
            .map(LiveKconfig::title)
            .or(() -> boards.map(LiveBoards::kernel).map(Kernel::release))
            .orElse(""));
    map.put("kconfig", kconfig.isPresent());
    map.put("boards", boards.map(LiveBoards::names).orElse(List.of()));
    return MAPPER.writeValueAsString(map);
  }

  @Override
  public String board(String name) throws NoAnswer {
    return boards().json(name);
  }

  private LiveBoards boards() throws NoAnswer {
    return boards.orElseThrow(() -> new NoAnswer("no board was given"));
  }

  @Override
  public String driver(String board, String driver) throws NoAnswer {
    return MAPPER.writeValueAsString(new LiveReasons(boards(), kconfig).driver(board, driver));
  }

  @Override
  public String node(String board, String compatible) throws NoAnswer {
    return MAPPER.writeValueAsString(new LiveReasons(boards(), kconfig).node(board, compatible));
  }

  private LiveKconfig kconfig() throws NoAnswer {
    return kconfig.orElseThrow(() -> new NoAnswer("no sources were given"));
  }

  @Override
  public String why(String symbol) throws NoAnswer {
    ObjectNode answer = (ObjectNode) MAPPER.readTree(kconfig().why(symbol));
    return answer.put("text", kconfig().whyText(symbol)).toString();
  }

  @Override
  public String set(List<String> wishes, String board) throws NoAnswer {
    List<DriverReport> drivers =
        board.isEmpty() || boards.isEmpty()
            ? List.of()
            : boards.get().board(board).analysis().drivers();
    Plans plans = kconfig().plan(wishes);
    ObjectNode answer = (ObjectNode) MAPPER.readTree(PlansJson.of(plans));
    if (!plans.plans().isEmpty()) {
      Evaluation after = plans.plans().getFirst().example().evaluation();
      answer.set("effect", MAPPER.valueToTree(effect(kconfig(), after, drivers)));
    }
    return answer.toString();
  }

  private Map<String, Object> effect(
      LiveKconfig kconfig, Evaluation after, List<DriverReport> drivers) {
    Map<String, Turn> turns = turns(kconfig, after);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("changed", List.copyOf(turns.values()));
    map.put("rules", rules(kconfig, after));
    map.put("drivers", drivers(turns, drivers));
    boards.ifPresent(known -> {
      List<String> units = known.units(left(turns));
      map.put("units", units);
      known.bytes(units).ifPresent(sum -> map.put("bytes", sum));
    });
    return map;
  }

  /** A symbol and its values, readable. */
  private record Turn(String symbol, String before, String after) {}

  private static Map<String, Turn> turns(LiveKconfig kconfig, Evaluation after) {
    return kconfig
        .symbols()
        .map(symbol ->
            new Turn(
                ByteText.readable(symbol.displayName()),
                text(kconfig.values(), symbol),
                text(after, symbol)))
        .filter(turn -> !turn.before().equals(turn.after()))
        .collect(Collectors.toMap(Turn::symbol, turn -> turn, (a, _) -> a, LinkedHashMap::new));
  }

  private static String text(Evaluation values, Symbol symbol) {
    return ByteText.readable(values.text(symbol));
  }

  /** The symbols of which nothing is built in any more. */
  private static Set<String> left(Map<String, Turn> turns) {
    return turns.values().stream()
        .filter(turn -> turn.before().equals("y"))
        .map(Turn::symbol)
        .collect(Collectors.toSet());
  }

  private static List<Map<String, String>> rules(LiveKconfig kconfig, Evaluation after) {
    List<Map<String, String>> rules = new ArrayList<>();
    kconfig
        .rules()
        .forEach(rule -> {
          Map<String, String> map = new LinkedHashMap<>();
          map.put("rule", ByteText.readable(rule.statement().text()));
          map.put("before", rule.brokenBy(kconfig.values()) ? "broken" : "holds");
          map.put("after", rule.brokenBy(after) ? "broken" : "holds");
          rules.add(map);
        });
    return rules;
  }

  private static List<Map<String, String>> drivers(
      Map<String, Turn> turns, List<DriverReport> drivers) {
    List<Map<String, String>> changed = new ArrayList<>();
    for (DriverReport driver : drivers) {
      Turn turn = turns.get(driver.unit().symbol());
      if (turn != null) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("driver", driver.label());
        map.put("symbol", turn.symbol());
        map.put("before", turn.before());
        map.put("after", turn.after());
        map.put("verdict", driver.verdict().name().toLowerCase(Locale.ROOT));
        changed.add(map);
      }
    }
    return changed;
  }
}
