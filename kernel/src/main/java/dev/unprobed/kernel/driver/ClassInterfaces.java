package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.Addresses;
import dev.unprobed.kernel.code.CallGraph;
import dev.unprobed.kernel.code.Calls;
import dev.unprobed.kernel.code.Interpreter;
import dev.unprobed.kernel.code.Value;
import dev.unprobed.kernel.code.Value.Constant;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Functions that the kernel calls for each device of a class (struct class_interface of
 * include/linux/device/class.h: two list pointers, the class, add_dev).
 */
final class ClassInterfaces {
  private static final String REGISTER = "class_interface_register";

  /** Up to 6.3 the name is the second argument of the first, then it is the first of the other. */
  private static final Map<String, Integer> CREATE = Map.of("__class_create", 1, "class_create", 0);

  private final Program program;
  private final CallGraph graph;
  private final Interpreter interpreter;
  private final Texts texts;
  private final int pointer;
  private final Map<Long, String> found = new HashMap<>();
  private final Map<Long, String> variables = new HashMap<>();

  private ClassInterfaces(Program program, CallGraph graph, Interpreter interpreter, Texts texts) {
    this.program = program;
    this.graph = graph;
    this.interpreter = interpreter;
    this.texts = texts;
    this.pointer = program.architecture().pointerSize();
  }

  /** The name of the class by the address of add_dev. */
  static Map<Long, String> of(
      Program program, CallGraph graph, Interpreter interpreter, Texts texts) {
    var search = new ClassInterfaces(program, graph, interpreter, texts);
    search.callers(REGISTER, search::registration);
    return search.found;
  }

  /** Walks through all that call a function, and tells of every call that they make. */
  private void callers(String name, Listener listener) {
    for (Symbol symbol : program.named(name)) {
      for (int caller : graph.callers(symbol.address())) {
        interpreter.walk(
            caller,
            new Calls() {
              @Override
              public boolean matters(long target) {
                return true;
              }

              @Override
              public boolean givesPointer(long target) {
                return true;
              }

              @Override
              public void call(Call call) {
                listener.call(caller, call, call.target() == symbol.address());
              }
            });
      }
    }
  }

  /** Is told of each call of a function, and whether it is of the one that was looked for. */
  private interface Listener {
    void call(int caller, Calls.Call call, boolean wanted);
  }

  private void registration(int caller, Calls.Call call, boolean wanted) {
    if (wanted && call.argument(0) instanceof Constant(long at, boolean _)) {
      long function = program.pointer(at + 3L * pointer);
      var name = name(caller, call.load(Value.of(at + 2L * pointer), pointer));
      if (program.isCode(function) && name.isPresent()) {
        found.put(function, name.get());
      }
    }
  }

  /** A class starts with its name; or a variable that the caller reads points to one. */
  private Optional<String> name(int caller, Value value) {
    var direct =
        value instanceof Constant(long at, boolean _) && at != 0
            ? texts.at(program.pointer(at))
            : Optional.<String>empty();
    return direct.or(() ->
        Addresses.touched(interpreter, caller).stream()
            .map(at -> variables().get(at))
            .filter(Objects::nonNull)
            .findFirst());
  }

  /** What gets a class from the function that makes them, with the name of that. */
  private Map<Long, String> variables() {
    if (variables.isEmpty()) {
      CREATE.forEach((create, argument) -> {
        var sites = new HashMap<Long, String>();
        callers(
            create,
            (caller, call, wanted) -> {
              if (wanted) {
                texts.at(call.argument(argument)).ifPresent(name -> sites.put(call.site(), name));
              } else {
                kept(caller, call, sites);
              }
            });
      });
    }
    return variables;
  }

  private void kept(int caller, Calls.Call call, Map<Long, String> sites) {
    for (long at : Addresses.touched(interpreter, caller)) {
      if (call.load(Value.of(at), pointer)
              instanceof Value.Symbolic(Value.Result(long site), long _)
          && sites.containsKey(site)) {
        variables.put(at, sites.getOrDefault(site, ""));
      }
    }
  }
}
