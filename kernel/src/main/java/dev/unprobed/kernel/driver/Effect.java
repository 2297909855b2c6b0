package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.Value;
import java.util.List;

/**
 * What calling a function brings about, in terms of the function's arguments. It is certain when
 * every call that does not fail brings it about.
 */
sealed interface Effect {
  boolean certain();

  /** The same, but certain only if both were. */
  Effect with(boolean certain);

  /**
   * A struct device_driver comes onto a bus.
   *
   * @param driver its address
   * @param name the address of its name
   * @param prefix the address of what comes before the name and a dot, or unknown for nothing
   * @param bus the address of its bus_type, as long as that has to be looked up
   * @param busName known once a function stored the bus; then bus does not matter; else empty
   * @param container how far into the bus's own structure the device_driver lies, -1 if not known
   * @param probe of a platform driver: the function; unknown for others
   * @param once as platform_driver_probe()
   */
  record Registers(
      Value driver,
      Value name,
      Value prefix,
      Value bus,
      String busName,
      long container,
      Value probe,
      boolean once,
      boolean certain)
      implements Effect {
    @Override
    public Registers with(boolean also) {
      return new Registers(
          driver, name, prefix, bus, busName, container, probe, once, certain && also);
    }
  }

  /**
   * A device.
   *
   * @param bus its name
   * @param name the address of what it is matched by
   * @param prefix the address of what comes before that and a dot, or unknown for nothing
   * @param compatible the address of a compatible, or unknown
   * @param fresh whether the device starts here, and is not one that was made somewhere else before
   */
  record Makes(
      String bus, Value name, Value prefix, Value compatible, boolean fresh, boolean certain)
      implements Effect {
    @Override
    public Makes with(boolean also) {
      return new Makes(bus, name, prefix, compatible, fresh, certain && also);
    }
  }

  /**
   * The same for each element of an array.
   *
   * @param array the address of the first element
   * @param count how many; when that is no small number, the first element that makes no sense ends
   *     them
   * @param stride of the elements, in bytes
   * @param element what is brought about for an element whose address is argument 0
   */
  record Each(Value array, Value count, long stride, Effect element, boolean certain)
      implements Effect {
    @Override
    public Each with(boolean also) {
      return new Each(array, count, stride, element, certain && also);
    }
  }

  /** The values that decide about it. */
  default List<Value> values() {
    return switch (this) {
      case Registers r -> List.of(r.driver, r.name, r.prefix, r.bus);
      case Makes m -> List.of(m.name, m.prefix, m.compatible);
      case Each e -> List.of(e.array, e.count);
    };
  }

  /** Whether it still depends on an argument of the function. */
  default boolean open() {
    return values().stream().anyMatch(Effect::dependsOnArgument);
  }

  private static boolean dependsOnArgument(Value value) {
    return value instanceof Value.Symbolic(Value.Origin origin, long _)
        && switch (origin) {
          case Value.Argument a -> true;
          case Value.Loaded(Value from) -> dependsOnArgument(from);
          case Value.Frame f -> false;
          case Value.Result r -> false;
        };
  }
}
