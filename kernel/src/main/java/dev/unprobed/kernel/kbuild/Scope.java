package dev.unprobed.kernel.kbuild;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of one run of make. */
final class Scope {
  static final Line BUILT_IN = new Line("make", 0);

  private final Map<String, Variable> variables = new HashMap<>();
  private final Set<String> exported = new HashSet<>();
  private final Deque<Frame> frames = new ArrayDeque<>();

  /**
   * What a function binds while it runs.
   *
   * @param call whether it hides the numbers of the call around it
   */
  record Frame(Map<String, List<Piece>> values, boolean call) {}

  @Nullable Variable find(String name) {
    return variables.get(name);
  }

  Variable at(String name) {
    return variables.computeIfAbsent(name, _ -> new Variable());
  }

  void set(String name, String text) {
    variables.put(name, Variable.of(BUILT_IN, List.of(new Piece(Condition.always(), text))));
  }

  void put(String name, Variable variable) {
    variables.put(name, variable);
  }

  void export(String name) {
    exported.add(name);
  }

  Set<String> exported() {
    return exported;
  }

  void enter(Frame frame) {
    frames.push(frame);
  }

  void leave() {
    frames.pop();
  }

  int depth() {
    return frames.size();
  }

  /** What is bound by a function that runs; absent where none binds the name. */
  @Nullable List<Piece> bound(String name) {
    boolean number = name.length() == 1 && Character.isDigit(name.charAt(0));
    for (Frame frame : frames) {
      List<Piece> value = frame.values().get(name);
      if (value != null) {
        return value;
      }
      if (frame.call() && number) {
        return List.of();
      }
    }
    return null;
  }
}
