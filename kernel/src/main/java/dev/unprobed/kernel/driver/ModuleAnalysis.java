package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Analyses modules after those whose functions they call, so that buses and registration functions
 * of modules are known too.
 */
public final class ModuleAnalysis {
  /**
   * A module to be read when its turn comes.
   *
   * @param name as in depends of others
   * @param depends names of modules whose symbols it needs, as modinfo tells; those that are not
   *     there are skipped
   * @param program reads it; called once, in any thread
   */
  public record Module(String name, List<String> depends, Supplier<Program> program) {}

  private final Map<String, Module> modules = new LinkedHashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();

  private ModuleAnalysis(List<Module> modules) {
    modules.forEach(module -> this.modules.putIfAbsent(module.name(), module));
  }

  /**
   * What was found in each, by name, in the order given.
   *
   * @param api what is known of the kernel that they belong to
   */
  public static Map<String, Findings> analyse(List<Module> modules, Summaries api) {
    return new ModuleAnalysis(modules).run(api);
  }

  private Map<String, Findings> run(Summaries api) {
    var levels = new ArrayList<List<Module>>();
    for (var module : modules.values()) {
      int depth = depth(module, new HashSet<>());
      while (levels.size() <= depth) {
        levels.add(new ArrayList<>());
      }
      levels.get(depth).add(module);
    }
    var found = new HashMap<String, Findings>();
    var known = api;
    for (var level : levels) {
      var here = analyse(known, level);
      found.putAll(here);
      known = known.and(here.values().stream().map(Findings::summaries).toList());
    }
    var ordered = new LinkedHashMap<String, Findings>();
    modules.keySet().forEach(name -> ordered.put(name, found.get(name)));
    return ordered;
  }

  private static Map<String, Findings> analyse(Summaries api, List<Module> level) {
    var result = new HashMap<String, Findings>();
    level.parallelStream()
        .map(m -> Map.entry(m.name(), ProgramAnalysis.analyse(m.program().get(), api)))
        .toList()
        .forEach(entry -> result.put(entry.getKey(), entry.getValue()));
    return result;
  }

  /** The longest chain of modules below it; a cycle, which the kernel would not load, is cut. */
  private int depth(Module module, Set<String> above) {
    var known = depths.get(module.name());
    if (known != null || !above.add(module.name())) {
      return known != null ? known : 0;
    }
    int depth = 0;
    for (var name : module.depends()) {
      var lower = modules.get(name);
      depth = lower == null ? depth : Math.max(depth, 1 + depth(lower, above));
    }
    above.remove(module.name());
    depths.put(module.name(), depth);
    return depth;
  }
}
