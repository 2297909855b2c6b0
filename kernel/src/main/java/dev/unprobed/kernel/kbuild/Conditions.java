package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Calculates with conditions; symbols that occur twice are seen as one. */
final class Conditions {
  static final Condition ALWAYS = new Condition.All(List.of());
  static final Condition NEVER = new Condition.Any(List.of());

  private Conditions() {}

  static Condition all(Condition a, Condition b) {
    if (a.equals(ALWAYS) || b.equals(NEVER) || a.equals(b)) {
      return b;
    }
    if (b.equals(ALWAYS) || a.equals(NEVER)) {
      return a;
    }
    List<Condition> parts = new ArrayList<>(conjuncts(a));
    for (Condition part : conjuncts(b)) {
      if (!meet(parts, part)) {
        return NEVER;
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(List.copyOf(parts));
  }

  static Condition any(Condition a, Condition b) {
    if (a.equals(NEVER) || b.equals(ALWAYS) || a.equals(b)) {
      return b;
    }
    if (b.equals(NEVER) || a.equals(ALWAYS)) {
      return a;
    }
    List<Condition> parts = new ArrayList<>(disjuncts(a));
    for (Condition part : disjuncts(b)) {
      if (!join(parts, part)) {
        return ALWAYS;
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(List.copyOf(parts));
  }

  static Condition not(Condition condition) {
    return switch (condition) {
      case Condition.Is is -> new Condition.Is(is.symbol(), Condition.Is.ANY & ~is.values());
      case Condition.Text t -> new Condition.Text(t.symbol(), t.text(), !t.equal());
      case Condition.Unknown u -> new Condition.Unknown(u.line(), u.what(), !u.equal());
      case Condition.All all ->
          all.parts().stream().map(Conditions::not).reduce(NEVER, Conditions::any);
      case Condition.Any any ->
          any.parts().stream().map(Conditions::not).reduce(ALWAYS, Conditions::all);
    };
  }

  /** Adds a part to those that all have to hold; false when they cannot all hold. */
  private static boolean meet(List<Condition> parts, Condition part) {
    if (parts.contains(part)) {
      return true;
    }
    for (int i = 0; i < parts.size(); i++) {
      Condition other = parts.get(i);
      if (other instanceof Condition.Is(String symbol, int values)
          && part instanceof Condition.Is(String same, int more)
          && symbol.equals(same)) {
        parts.set(i, new Condition.Is(symbol, values & more));
        return (values & more) != 0;
      }
      if (absorbs(other, part)) {
        return true;
      }
      if (!(part instanceof Condition.Any) && not(part).equals(other)) {
        return false;
      }
    }
    parts.add(part);
    return true;
  }

  /** Whether a disjunction holds anyway because of a part that holds too. */
  private static boolean absorbs(Condition holds, Condition part) {
    return part instanceof Condition.Any any && any.parts().contains(holds);
  }

  /** Adds a part to those of which one has to hold; false when one always does. */
  private static boolean join(List<Condition> parts, Condition part) {
    if (parts.contains(part)) {
      return true;
    }
    for (int i = 0; i < parts.size(); i++) {
      Condition other = parts.get(i);
      if (other instanceof Condition.Is(String symbol, int values)
          && part instanceof Condition.Is(String same, int more)
          && symbol.equals(same)) {
        parts.set(i, new Condition.Is(symbol, values | more));
        return (values | more) != Condition.Is.ANY;
      }
      if (implies(part, other)) {
        return true;
      }
      if (implies(other, part)) {
        parts.set(i, part);
        return true;
      }
      Optional<Condition> both = resolved(other, part);
      if (both.isPresent()) {
        parts.remove(i);
        return !both.get().equals(ALWAYS) && join(parts, both.get());
      }
      if (!(part instanceof Condition.All) && not(part).equals(other)) {
        return false;
      }
    }
    parts.add(part);
    return true;
  }

  private static boolean implies(Condition narrow, Condition wide) {
    return conjuncts(narrow).containsAll(conjuncts(wide));
  }

  /** Of {@code A && X=y || A && X=m} makes {@code A && X}; empty when they are not alike. */
  private static Optional<Condition> resolved(Condition a, Condition b) {
    List<Condition> left = conjuncts(a);
    List<Condition> right = conjuncts(b);
    if (left.size() != right.size() || left.size() < 2) {
      return Optional.empty();
    }
    Set<Condition> common = new HashSet<>(left);
    common.retainAll(new HashSet<>(right));
    if (common.size() != left.size() - 1) {
      return Optional.empty();
    }
    Condition one = other(left, common);
    Condition two = other(right, common);
    Condition sum = any(one, two);
    if (sum instanceof Condition.Any any && !any.parts().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        left.stream().map(part -> part.equals(one) ? sum : part).reduce(ALWAYS, Conditions::all));
  }

  private static Condition other(List<Condition> parts, Set<Condition> common) {
    return parts.stream().filter(part -> !common.contains(part)).findFirst().orElseThrow();
  }

  static List<Condition> conjuncts(Condition condition) {
    return condition instanceof Condition.All all ? all.parts() : List.of(condition);
  }

  static List<Condition> disjuncts(Condition condition) {
    return condition instanceof Condition.Any any ? any.parts() : List.of(condition);
  }

  static int mask(String value) {
    return switch (value) {
      case "", "n" -> Condition.Is.N;
      case "m" -> Condition.Is.M;
      default -> Condition.Is.Y;
    };
  }

  static void visit(Condition condition, Consumer<Condition> leaf) {
    switch (condition) {
      case Condition.All all -> all.parts().forEach(part -> visit(part, leaf));
      case Condition.Any any -> any.parts().forEach(part -> visit(part, leaf));
      case Condition.Is _, Condition.Text _, Condition.Unknown _ -> leaf.accept(condition);
    }
  }

  /** Whether there are neither texts nor unknowns in it. */
  static boolean onlySwitches(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().allMatch(Conditions::onlySwitches);
      case Condition.Any any -> any.parts().stream().allMatch(Conditions::onlySwitches);
      case Condition.Is _ -> true;
      case Condition.Text _, Condition.Unknown _ -> false;
    };
  }

  static String joined(List<Condition> parts, String by, Class<? extends Condition> inBrackets) {
    return parts.stream()
        .map(part -> inBrackets.isInstance(part) ? "(" + part + ")" : part.toString())
        .collect(Collectors.joining(by));
  }
}
