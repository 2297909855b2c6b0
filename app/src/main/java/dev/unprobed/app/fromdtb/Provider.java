package dev.unprobed.app.fromdtb;

import dev.unprobed.kernel.kbuild.BuildUnit;
import dev.unprobed.kernel.kbuild.Condition;
import dev.unprobed.kernel.unit.Provision;
import java.util.Set;

/**
 * Something in the sources that takes care of a compatible.
 *
 * @param unit what has to be built
 * @param part what has to hold besides, for the file in it that has the driver
 * @param kind the bus, or the table of an OF_DECLARE: of one kind one provider is enough
 * @param name bus/driver, or the table
 * @param declaration whether the kernel calls it early, so that it cannot be a module
 * @param provisions what it can bring
 */
public record Provider(
    BuildUnit unit,
    Condition part,
    String kind,
    String name,
    boolean declaration,
    Set<Provision> provisions) {
  /** When it is part of the image. */
  public Condition builtIn() {
    return unit.builtIn().and(part);
  }

  /** When it is in a module. */
  public Condition module() {
    return declaration ? Condition.never() : unit.module().and(part);
  }
}
