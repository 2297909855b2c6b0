package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.Value;
import dev.unprobed.kernel.code.Value.Symbolic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Recognizes that one call, walked through several times, handles the elements of an array that is
 * an argument: what it is given is ever the same, but for an offset that grows by a stride.
 */
final class Loops {
  private Loops() {}

  /** The effects of one call, with those of a loop put together. */
  static List<Effect> fold(Collection<Effect> effects) {
    var open = effects.stream().filter(Effect::open).toList();
    if (open.size() < 3) {
      return List.copyOf(effects);
    }
    var first = open.getFirst();
    var result = new ArrayList<>(effects.stream().filter(e -> !e.open()).toList());
    var loop = each(first, open);
    if (loop.isPresent()) {
      result.add(loop.get());
    } else {
      result.add(first);
    }
    return result;
  }

  private static Optional<Effect> each(Effect first, List<Effect> open) {
    var start = root(key(first));
    var second = root(key(open.get(1)));
    var third = root(key(open.get(2)));
    if (start.isEmpty() || second.isEmpty() || third.isEmpty()) {
      return Optional.empty();
    }
    long stride = offset(second.get()) - offset(start.get());
    boolean regular =
        stride > 0
            && offset(third.get()) - offset(second.get()) == stride
            && start.get().origin().equals(third.get().origin());
    if (!regular || !(start.get().origin() instanceof Value.Argument(int index))) {
      return Optional.empty();
    }
    var count = Value.of(new Value.Argument(index + 1));
    var array = Value.of(start.get().origin());
    return Optional.of(
        new Effect.Each(array, count, stride, rebase(first, index), first.certain()));
  }

  private static long offset(Symbolic symbolic) {
    return symbolic.offset();
  }

  /** The value that tells elements apart. */
  private static Value key(Effect effect) {
    return switch (effect) {
      case Effect.Registers r -> r.driver();
      case Effect.Makes m -> m.name();
      case Effect.Each e -> e.array();
    };
  }

  /** What a value was loaded from in the first place. */
  private static Optional<Symbolic> root(Value value) {
    return switch (value) {
      case Symbolic(Value.Loaded(Value from), long _) -> root(from);
      case Symbolic s -> Optional.of(s);
      case Value.Constant c -> Optional.empty();
      case Value.Unknown u -> Optional.empty();
    };
  }

  private static Effect rebase(Effect effect, int argument) {
    return switch (effect) {
      case Effect.Registers r ->
          new Effect.Registers(
              rebase(r.driver(), argument),
              rebase(r.name(), argument),
              rebase(r.prefix(), argument),
              rebase(r.bus(), argument),
              r.busName(),
              r.container(),
              rebase(r.probe(), argument),
              r.once(),
              r.certain());
      case Effect.Makes m ->
          new Effect.Makes(
              m.bus(),
              rebase(m.name(), argument),
              rebase(m.prefix(), argument),
              rebase(m.compatible(), argument),
              m.fresh(),
              m.certain());
      case Effect.Each e -> e;
    };
  }

  private static Value rebase(Value value, int argument) {
    if (!(value instanceof Symbolic(Value.Origin origin, long offset))) {
      return value;
    }
    return switch (origin) {
      case Value.Argument(int index) ->
          index == argument ? new Symbolic(new Value.Argument(0), offset) : Value.unknown();
      case Value.Loaded(Value from) ->
          new Symbolic(new Value.Loaded(rebase(from, argument)), offset);
      case Value.Frame f -> Value.unknown();
      case Value.Result r -> Value.unknown();
    };
  }
}
