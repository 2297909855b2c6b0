package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.CallGraph;
import dev.unprobed.kernel.code.Calls;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.code.Interpreter;
import dev.unprobed.kernel.code.Value;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which nodes of the device tree a function goes through: the children of a node, for each of which
 * it makes a device, or nodes with a compatible, whose children become devices.
 */
final class NodeWalks {
  // drivers/of/base.c, drivers/of/platform.c, drivers/base/platform.c
  private static final Set<String> NEXT =
      Set.of("of_get_next_child", "of_get_next_available_child");
  private static final String CHILD = "of_get_child_by_name";
  private static final String FIND = "of_find_compatible_node";
  private static final Set<String> POPULATE =
      Set.of("of_platform_populate", "of_platform_default_populate");
  private static final String MAKE = "platform_device_alloc";

  private final Functions functions;
  private final CallGraph graph;
  private final Interpreter interpreter;
  private final Texts texts;
  private final Map<Long, String> names = new HashMap<>();

  NodeWalks(
      Program program, Functions functions, CallGraph graph, Interpreter interpreter, Texts texts) {
    this.functions = functions;
    this.graph = graph;
    this.interpreter = interpreter;
    this.texts = texts;
    NEXT.forEach(name -> add(program, name));
    POPULATE.forEach(name -> add(program, name));
    Set.of(CHILD, FIND, MAKE).forEach(name -> add(program, name));
  }

  private void add(Program program, String name) {
    for (Symbol symbol : program.named(name)) {
      names.put(symbol.address(), name);
    }
  }

  private boolean calls(long function, Set<String> some) {
    int index = functions.at(function);
    if (index >= 0) {
      for (long target : graph.targets(index)) {
        if (some.contains(names.getOrDefault(target, ""))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The node for each child of which a function makes a device: its name, or a dot for the driver's
   * own; empty when it makes none that way. The number of such a device is not a constant.
   */
  String each(long function) {
    if (!calls(function, NEXT) || !calls(function, Set.of(MAKE))) {
      return "";
    }
    var look = new Look();
    interpreter.walk(functions.at(function), look);
    return look.numbered ? look.child.orElse(".") : "";
  }

  /** The compatibles of the nodes whose children a function makes devices of. */
  Set<String> populates(long function) {
    if (!calls(function, POPULATE) || !calls(function, Set.of(FIND))) {
      return Set.of();
    }
    var look = new Look();
    interpreter.walk(functions.at(function), look);
    return look.populated;
  }

  private final class Look implements Calls {
    private final Map<Long, String> found = new HashMap<>();
    private final Set<String> populated = new HashSet<>();
    private Optional<String> child = Optional.empty();
    private boolean numbered;

    @Override
    public boolean matters(long target) {
      return names.containsKey(target);
    }

    @Override
    public boolean givesPointer(long target) {
      return true;
    }

    @Override
    public void call(Call call) {
      var name = names.getOrDefault(call.target(), "");
      switch (name) {
        case CHILD -> child = texts.at(call.argument(1));
        case FIND -> texts.at(call.argument(2)).ifPresent(text -> found.put(call.site(), text));
        case MAKE ->
            numbered |= !(call.argument(1) instanceof Value.Constant(long _, boolean firm) && firm);
        default -> populate(name, call);
      }
    }

    private void populate(String name, Call call) {
      if (POPULATE.contains(name)
          && call.argument(0) instanceof Value.Symbolic(Value.Result(long site), long _)
          && found.containsKey(site)) {
        populated.add(found.getOrDefault(site, ""));
      }
    }
  }
}
