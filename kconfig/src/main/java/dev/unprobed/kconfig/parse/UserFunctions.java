package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.macro.PythonFunctions;
import dev.unprobed.kconfig.macro.Shell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Macros that the tree itself defines in Python (Kconfiglib), known by what a shell says. */
final class UserFunctions {
  private final Shell shell;
  private @Nullable Map<String, Arity> known;

  UserFunctions(Shell shell) {
    this.shell = shell;
  }

  /**
   * How many arguments a function takes.
   *
   * @param most below 0 when there is no limit
   */
  record Arity(int least, int most) {
    boolean accepts(int count) {
      return count >= least && (most < 0 || count <= most);
    }

    /** For messages. */
    String text() {
      String upTo = most < 0 ? " or more" : " to " + most;
      return least == most ? Integer.toString(least) : least + upTo;
    }
  }

  /** How many arguments that function takes, absent when there is none of that name. */
  @Nullable Arity arity(String name) {
    Map<String, Arity> functions = known;
    if (functions == null) {
      functions = ask();
      known = functions;
    }
    return functions.get(name);
  }

  private Map<String, Arity> ask() {
    Map<String, Arity> functions = new HashMap<>();
    for (String function : shell.run(PythonFunctions.QUESTION).split(" ", -1)) {
      String[] parts = function.split(":", -1);
      if (parts.length == 3) {
        functions.put(parts[0], new Arity(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
      }
    }
    return functions;
  }

  /** What a function answers. */
  String call(String name, List<String> arguments) {
    StringBuilder question = new StringBuilder(PythonFunctions.QUESTION).append('\n').append(name);
    arguments.forEach(argument -> question.append('\n').append(argument));
    return shell.run(question.toString());
  }
}
