package dev.unprobed.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line of {@code --flag} and {@code --name VALUE}; a name may come more than once. */
final class Arguments {

  private final Map<String, List<String>> values = new HashMap<>();

  /** The user has asked for something that there is not. */
  static final class UsageException extends RuntimeException {
    UsageException(String message) {
      super(message);
    }
  }

  /**
   * @param flags the names that have no value
   * @param names the names that have one
   */
  static Arguments parse(List<String> words, Set<String> flags, Set<String> names) {
    Arguments arguments = new Arguments();
    Deque<String> left = new ArrayDeque<>(words);
    while (!left.isEmpty()) {
      String word = left.removeFirst();
      String name = word.replaceFirst("^--", "");
      boolean known = word.startsWith("--") && (flags.contains(name) || names.contains(name));
      if (!known) {
        throw new UsageException("unknown option: " + word);
      }
      arguments.add(name, flags.contains(name) ? "" : value(word, left));
    }
    return arguments;
  }

  private static String value(String word, Deque<String> left) {
    if (left.isEmpty()) {
      throw new UsageException(word + " needs a value");
    }
    return left.removeFirst();
  }

  private void add(String name, String value) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** All values of a name. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** All values of a name, each of which may be several with commas between. */
  Set<String> set(String name) {
    return Set.copyOf(
        all(name).stream().flatMap(value -> Arrays.stream(value.split(",", -1))).toList());
  }

  /** The last value of a name. */
  Optional<String> last(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  int number(String name, int otherwise) {
    try {
      return last(name).map(Integer::valueOf).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new UsageException("--%s: not a number: %s".formatted(name, all(name).getLast()));
    }
  }
}
