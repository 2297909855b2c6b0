package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.CallGraph;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.driver.Findings.FoundDriver;
import dev.unprobed.kernel.driver.Findings.FoundMaker;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.unit.MadeDevice.When;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where devices are made whose names cannot be read, and what these may be. */
final class Makers {
  /** Callers of callers of a function that makes devices. */
  private static final int HIGHEST = 2;

  private final Program program;
  private final Layout layout;
  private final Functions functions;
  private final CallGraph graph;
  private final Propagation propagation;
  private final Reach reach;
  private final Suspects suspects;
  private final boolean module;

  Makers(
      Program program,
      Texts texts,
      Functions functions,
      CallGraph graph,
      Propagation propagation,
      Reach reach,
      Layout layout,
      boolean module) {
    this.program = program;
    this.layout = layout;
    this.functions = functions;
    this.graph = graph;
    this.propagation = propagation;
    this.reach = reach;
    this.suspects = new Suspects(program, texts, functions, propagation.interpreter(), layout);
    this.module = module;
  }

  /**
   * @param probing the functions that probes come to, with the bus/name of the drivers
   */
  List<FoundMaker> of(Map<Long, Set<String>> probing, Collection<FoundDriver> drivers) {
    var nameless = propagation.nameless();
    var found = new ArrayList<FoundMaker>();
    var all = module && !nameless.isEmpty() ? suspects.all() : Set.<String>of();
    nameless.forEach((function, buses) -> {
      var probes = probing.getOrDefault(function, Set.of());
      var texts = module ? all : suspects.near(around(function), tables(probes, drivers));
      for (var bus : buses) {
        if (probes.isEmpty()) {
          found.add(maker(bus, When.OTHER, "", texts, function));
        }
        probes.forEach(driver -> found.add(maker(bus, When.PROBE, driver, texts, function)));
      }
    });
    return List.copyOf(found);
  }

  private FoundMaker maker(String bus, When when, String driver, Set<String> texts, long function) {
    var name = functions.name(functions.at(function));
    return new FoundMaker(bus, when, driver, texts, function, name);
  }

  /** What a function calls, and what comes to it. */
  private Set<Long> around(long function) {
    var found = new HashSet<>(Set.of(function));
    for (long target : graph.targets(functions.at(function))) {
      if (reach.isOwn(function, target)) {
        found.add(target);
      }
    }
    var level = Set.of(function);
    for (int i = 0; i < HIGHEST; i++) {
      var above = new HashSet<Long>();
      for (long one : level) {
        for (int caller : graph.callers(one)) {
          if (reach.isOwn(one, functions.start(caller))) {
            above.add(functions.start(caller));
          }
        }
      }
      found.addAll(above);
      level = above;
    }
    return found;
  }

  /** The tables of compatibles of drivers: entries may come with data of their own. */
  private List<Long> tables(Set<String> labels, Collection<FoundDriver> drivers) {
    return drivers.stream()
        .map(FoundDriver::driver)
        .filter(driver -> labels.contains(driver.bus() + "/" + driver.name()))
        .map(driver -> program.pointer(driver.address() + layout.ofMatchTable()))
        .toList();
  }
}
