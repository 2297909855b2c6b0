package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.CallGraph;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.driver.Findings.FoundDevice;
import dev.unprobed.kernel.driver.Findings.FoundDriver;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.unit.Demand;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Provision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what one program registers and makes. */
public final class ProgramAnalysis {
  private final Program program;
  private final Layout layout;
  private final Texts texts;
  private final Functions functions;
  private final CallGraph graph;
  private final Propagation propagation;
  private final Map<Long, List<Effect>> effects;
  private final List<InitCall> initCalls;
  private final boolean module;
  private final Reach reach;
  private final Demands demands;
  private final NodeWalks nodes;
  private final Probes probes;
  private final DriverReader reader;

  /** Registrations that could not be read, with the function that has them. */
  private final Map<Effect.Registers, String> unread = new LinkedHashMap<>();

  /** By what is registered, in order. */
  private final Map<Identity, FoundDriver> drivers = new LinkedHashMap<>();

  /** The functions that probes come to, with the bus/name of the drivers whose probes they are. */
  private final Map<Long, Set<String>> probing = new HashMap<>();

  /**
   * What makes two registrations one: ways through a function may differ in how they come to it.
   */
  private record Identity(String bus, String name, long address) {
    Identity(Driver driver) {
      this(driver.bus(), driver.name(), driver.address());
    }
  }

  private ProgramAnalysis(Program program, Summaries api) {
    this.program = program;
    this.texts = new Texts(program, api.busNames());
    this.functions = Functions.of(program);
    this.graph = CallGraph.of(functions, program.architecture());
    this.layout = layout();
    this.propagation = new Propagation(program, functions, graph, new Evaluation(texts, layout));
    propagation.give(program, Facts.of(layout), api.effects());
    this.effects = propagation.run();
    this.initCalls = InitCalls.of(program, functions);
    this.module =
        !program.named("init_module").isEmpty() || !program.named("__this_module").isEmpty();
    this.reach = new Reach(program, functions, graph, module);
    this.nodes = new NodeWalks(program, functions, graph, propagation.interpreter(), texts);
    this.probes = new Probes(program, layout);
    this.demands = new Demands(program, functions, graph, propagation.interpreter(), texts, reach);
    this.reader = new DriverReader(program, texts, layout);
  }

  /** Cells are as large as the steps in which mfd_add_devices() goes through them. */
  private Layout layout() {
    var standard = Layout.of(program.architecture());
    var trial = new Propagation(program, functions, graph, new Evaluation(texts, standard));
    var device =
        Map.of(
            "platform_device_alloc",
            Facts.of(standard).getOrDefault("platform_device_alloc", List.of()));
    trial.give(program, device, Map.of());
    long stride = trial.stride(program, "mfd_add_device", "mfd_add_devices");
    boolean usual = stride >= 32 && stride < 512;
    return usual ? standard.withCells((int) stride) : standard;
  }

  /** A whole kernel. */
  public static Findings analyse(Program image) {
    return analyse(image, Summaries.none());
  }

  /**
   * A module, or objects of one unit.
   *
   * @param api what is known of the functions that it calls
   */
  public static Findings analyse(Program program, Summaries api) {
    return new ProgramAnalysis(program, api).findings();
  }

  private Findings findings() {
    fromInitCalls();
    fromElsewhere();
    fromClasses();
    var devices = devices();
    return new Findings(
        List.copyOf(drivers.values()),
        devices,
        new Makers(program, texts, functions, graph, propagation, reach, layout, module)
            .of(probing, drivers.values()),
        Declarations.of(program, functions, propagation.interpreter()),
        initCalls,
        summaries(),
        remarks());
  }

  /** One way of several to come to a name may lead nowhere; that is no loss. */
  private List<String> remarks() {
    var read = new HashSet<Long>();
    drivers.keySet().forEach(identity -> read.add(identity.address()));
    return unread.entrySet().stream()
        .filter(entry -> program.at(DriverReader.address(entry.getKey())).isPresent())
        .filter(entry -> !read.contains(DriverReader.address(entry.getKey())))
        .map(entry ->
            "%s registers a driver on bus %s that could not be read, at 0x%x"
                .formatted(
                    entry.getValue(),
                    entry.getKey().busName().isEmpty() ? "unknown" : entry.getKey().busName(),
                    DriverReader.address(entry.getKey())))
        .distinct()
        .toList();
  }

  private void fromInitCalls() {
    for (var call : initCalls) {
      for (var effect : effects.getOrDefault(call.function(), List.of())) {
        if (effect instanceof Effect.Registers r && !effect.open()) {
          var how =
              r.once()
                  ? Driver.Registration.ONCE
                  : r.certain() ? Driver.Registration.ALWAYS : Driver.Registration.PERHAPS;
          add(r, call.level(), how, call.function(), call.name());
        }
      }
    }
  }

  private void fromElsewhere() {
    propagation
        .origins()
        .forEach((effect, places) -> {
          if (effect instanceof Effect.Registers r) {
            long place = places.iterator().next();
            var name = functions.name(functions.at(place));
            add(r, 6, Driver.Registration.PERHAPS, place, name);
          }
        });
  }

  private void fromClasses() {
    ClassInterfaces.of(program, graph, propagation.interpreter(), texts)
        .forEach((function, name) -> {
          for (long at : reach.from(function).functions()) {
            probing(at, MadeDevice.CLASS + name);
          }
        });
  }

  private void add(
      Effect.Registers r, int level, Driver.Registration how, long function, String name) {
    var provisions = EnumSet.noneOf(Provision.class);
    var reached = new ArrayList<Long>();
    var wanted = new LinkedHashSet<Demand>();
    var populates = new HashSet<String>();
    for (long probe : probes.of(r)) {
      wanted.addAll(demands.of(probe));
      var there = reach.from(probe);
      provisions.addAll(there.provisions());
      reached.addAll(there.functions());
      there.functions().forEach(at -> populates.addAll(nodes.populates(at)));
    }
    var driver =
        reader.read(
            r,
            level,
            how,
            new Traits(Set.copyOf(provisions), Set.copyOf(wanted), Set.copyOf(populates)));
    if (driver.isEmpty() || r.busName().isEmpty()) {
      unread.put(r, name);
      return;
    }
    var found = new FoundDriver(driver.get(), function, name);
    drivers.putIfAbsent(new Identity(driver.get()), found);
    for (long at : reached) {
      probing(at, r.busName() + "/" + driver.get().name());
    }
  }

  private void probing(long function, String driver) {
    probing.computeIfAbsent(function, f -> new LinkedHashSet<>()).add(driver);
  }

  private List<FoundDevice> devices() {
    var result = new LinkedHashMap<MadeDevice, FoundDevice>();
    for (var call : initCalls) {
      for (var effect : effects.getOrDefault(call.function(), List.of())) {
        if (effect instanceof Effect.Makes m && !effect.open()) {
          var when = m.certain() ? MadeDevice.When.ALWAYS : MadeDevice.When.INIT;
          var device = device(m, when, "", call.function(), call.name());
          device.ifPresent(d -> result.merge(identity(d), d, ProgramAnalysis::surer));
        }
      }
    }
    propagation
        .origins()
        .forEach((effect, places) -> {
          if (effect instanceof Effect.Makes m) {
            made(m, places).forEach(d -> result.merge(identity(d), d, ProgramAnalysis::surer));
          }
        });
    return List.copyOf(result.values());
  }

  /**
   * The same device made in several ways is told once, but for each driver whose probe makes it.
   */
  private static MadeDevice identity(FoundDevice found) {
    var device = found.device();
    return new MadeDevice(
        device.bus(), device.name(), device.compatible(), MadeDevice.When.OTHER, device.driver());
  }

  private static FoundDevice surer(FoundDevice one, FoundDevice other) {
    return one.device().when().compareTo(other.device().when()) <= 0 ? one : other;
  }

  /** One for each driver whose probe makes it; of several ways to one, the first. */
  private List<FoundDevice> made(Effect.Makes m, Set<Long> places) {
    var found = new LinkedHashMap<String, FoundDevice>();
    for (long place : places) {
      for (var driver : probing.getOrDefault(place, Set.of())) {
        device(m, MadeDevice.When.PROBE, driver, place, name(place))
            .ifPresent(device -> found.putIfAbsent(driver, device));
      }
    }
    if (!found.isEmpty()) {
      return List.copyOf(found.values());
    }
    long place = places.iterator().next();
    return device(m, MadeDevice.When.OTHER, "", place, name(place)).stream().toList();
  }

  private String name(long function) {
    return functions.name(functions.at(function));
  }

  private Optional<FoundDevice> device(
      Effect.Makes m, MadeDevice.When when, String driver, long function, String functionName) {
    return texts
        .prefixed(m.prefix(), m.name())
        .map(name ->
            new FoundDevice(
                new MadeDevice(
                    m.bus(),
                    name,
                    texts.at(m.compatible()).orElse(""),
                    when,
                    driver,
                    when == MadeDevice.When.PROBE ? nodes.each(function) : "",
                    true),
                function,
                functionName));
  }

  /**
   * Of what others can call; of an image without its table of exports, of all that has one name.
   */
  private Summaries summaries() {
    var known = new HashMap<String, List<Effect>>();
    var doubtful = new HashSet<String>();
    effects.forEach((address, list) -> {
      var open = list.stream().filter(Effect::open).toList();
      for (Symbol symbol : open.isEmpty() ? List.<Symbol>of() : program.symbolsAt(address)) {
        boolean own = symbol.kind() == Symbol.Kind.FUNCTION && (!module || isExported(symbol));
        if (own && known.put(symbol.name(), open) != null) {
          doubtful.add(symbol.name());
        }
      }
    });
    known.keySet().removeAll(doubtful);
    return new Summaries(known, busNames());
  }

  private boolean isExported(Symbol symbol) {
    return !program.named("__ksymtab_" + symbol.name()).isEmpty();
  }

  private Map<String, String> busNames() {
    var result = new HashMap<String, String>();
    for (Symbol symbol : program.symbols()) {
      if (symbol.kind() == Symbol.Kind.DATA
          && symbol.name().contains("bus")
          && isExported(symbol)) {
        var name = texts.at(program.pointer(symbol.address()));
        name.ifPresent(n -> result.put(symbol.name(), n));
      }
    }
    return result;
  }
}
