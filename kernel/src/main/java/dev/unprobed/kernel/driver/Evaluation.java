package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.Calls;
import dev.unprobed.kernel.code.Value;
import dev.unprobed.kernel.code.Value.Constant;
import dev.unprobed.kernel.code.Value.Symbolic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Puts the arguments of a call into the effects of what it calls. */
final class Evaluation {
  private static final int MOST_ELEMENTS = 1024;

  private final Texts texts;
  private final int pointer;

  Evaluation(Texts texts, Layout layout) {
    this.texts = texts;
    this.pointer = layout.pointer();
  }

  /** In terms of the function in which the call is. */
  List<Effect> of(Calls.Call call, List<Effect> effects) {
    var result = new ArrayList<Effect>();
    for (var effect : effects) {
      add(call, effect, call::argument, result);
    }
    return result;
  }

  private void add(
      Calls.Call call, Effect effect, IntFunction<Value> arguments, List<Effect> result) {
    switch (effect) {
      case Effect.Registers r -> result.add(registers(call, r, arguments));
      case Effect.Makes m ->
          result.add(
              new Effect.Makes(
                  m.bus(),
                  substitute(call, m.name(), arguments),
                  substitute(call, m.prefix(), arguments),
                  substitute(call, m.compatible(), arguments),
                  m.fresh(),
                  m.certain()));
      case Effect.Each e -> each(call, e, arguments, result);
    }
  }

  private Effect registers(Calls.Call call, Effect.Registers r, IntFunction<Value> arguments) {
    var driver = substitute(call, r.driver(), arguments);
    var name = substitute(call, r.name(), arguments);
    var prefix = substitute(call, r.prefix(), arguments);
    var probe = substitute(call, r.probe(), arguments);
    if (!r.busName().isEmpty()) {
      return new Effect.Registers(
          driver,
          name,
          prefix,
          Value.unknown(),
          r.busName(),
          r.container(),
          probe,
          r.once(),
          r.certain());
    }
    var bus = substitute(call, r.bus(), arguments);
    var busName = bus instanceof Constant(long at, boolean _) ? texts.busName(at) : "";
    boolean found = !busName.isEmpty();
    long container =
        found && driver instanceof Symbolic(Value.Argument _, long offset) ? offset : -1;
    if (container >= 0 && busName.equals("platform")) {
      probe = call.load(driver.plus(-container), pointer);
    }
    var later = found ? Value.unknown() : bus;
    return new Effect.Registers(
        driver, name, prefix, later, busName, container, probe, r.once(), r.certain());
  }

  private void each(
      Calls.Call call, Effect.Each e, IntFunction<Value> arguments, List<Effect> result) {
    var array = substitute(call, e.array(), arguments);
    var count = substitute(call, e.count(), arguments);
    boolean here = array instanceof Constant || array instanceof Symbolic(Value.Frame _, long _);
    if (!here) {
      result.add(new Effect.Each(array, count, e.stride(), e.element(), e.certain()));
      return;
    }
    boolean counted = count instanceof Constant(long n, boolean _) && n >= 0 && n < MOST_ELEMENTS;
    long most = counted ? ((Constant) count).number() : MOST_ELEMENTS;
    for (long i = 0; i < most; i++) {
      var element = array.plus(i * e.stride());
      int before = result.size();
      add(call, e.element(), argument -> argument == 0 ? element : Value.unknown(), result);
      if (!counted && !makesSense(result.subList(before, result.size()))) {
        result.subList(before, result.size()).clear();
        return;
      }
    }
  }

  /**
   * The bus of the devices that a call makes under names that cannot be read, however they come
   * about; empty when each is read, or depends on who calls.
   *
   * @param before the effect of what is called
   * @param here what it comes to at the call
   */
  Optional<String> nameless(Effect before, List<Effect> here) {
    var bus = freshBus(before);
    boolean each = before instanceof Effect.Each;
    boolean unread =
        here.isEmpty() ? each : here.stream().anyMatch(effect -> !effect.open() && !isRead(effect));
    return unread ? bus : Optional.empty();
  }

  private boolean isRead(Effect effect) {
    return effect instanceof Effect.Makes m
        && (texts.hasName(m.name()) || texts.isEmptyLiteral(m.name()));
  }

  /** Of the devices that an effect brings; empty when it brings none that starts there. */
  static Optional<String> freshBus(Effect effect) {
    return switch (effect) {
      case Effect.Registers _ -> Optional.empty();
      case Effect.Makes m -> m.fresh() ? Optional.of(m.bus()) : Optional.empty();
      case Effect.Each e -> freshBus(e.element());
    };
  }

  private boolean makesSense(List<Effect> effects) {
    return effects.stream()
        .allMatch(effect ->
            switch (effect) {
              case Effect.Registers r -> texts.hasName(r.name());
              case Effect.Makes m -> texts.hasName(m.name());
              case Effect.Each e -> true;
            });
  }

  private Value substitute(Calls.Call call, Value value, IntFunction<Value> arguments) {
    if (!(value instanceof Symbolic(Value.Origin origin, long offset))) {
      return value;
    }
    return switch (origin) {
      case Value.Argument(int index) -> arguments.apply(index).plus(offset);
      case Value.Loaded(Value from) ->
          call.load(substitute(call, from, arguments), pointer).plus(offset);
      case Value.Frame f -> Value.unknown();
      case Value.Result r -> Value.unknown();
    };
  }
}
