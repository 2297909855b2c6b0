package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.MadeDevice;
import java.util.List;
import java.util.Set;

/**
 * What was found in one program.
 *
 * @param drivers in the order of their initcalls
 * @param devices what code makes
 * @param makers where code makes devices whose names could not be read
 * @param declarations entries of OF_DECLARE tables
 * @param initCalls in the order in which they run
 * @param summaries of its functions, for programs that call them
 * @param remarks what was seen but not understood, for people
 */
public record Findings(
    List<FoundDriver> drivers,
    List<FoundDevice> devices,
    List<FoundMaker> makers,
    List<FoundDeclaration> declarations,
    List<InitCall> initCalls,
    Summaries summaries,
    List<String> remarks) {
  /** Of a program that has none of it. */
  public static final Findings NONE =
      new Findings(
          List.of(), List.of(), List.of(), List.of(), List.of(), Summaries.none(), List.of());

  /** The same with other devices. */
  public Findings withDevices(List<FoundDevice> others) {
    return new Findings(
        drivers, List.copyOf(others), makers, declarations, initCalls, summaries, remarks);
  }

  /**
   * A driver and who registers it.
   *
   * @param function the initcall that registers it, or else the function in which it is registered
   * @param name of that function
   */
  public record FoundDriver(Driver driver, long function, String name) {}

  /**
   * A device and who makes it.
   *
   * @param function in which it is made
   * @param name of that function
   */
  public record FoundDevice(MadeDevice device, long function, String name) {}

  /**
   * A function that makes devices under names that could not be read.
   *
   * @param bus of the devices
   * @param when what has to happen first
   * @param driver for {@link MadeDevice.When#PROBE}: the bus/name of the driver
   * @param texts what the names may be, among much else: all texts that the unit has, as far as
   *     they can be told from those of others
   * @param function that makes them
   * @param name of that function
   */
  public record FoundMaker(
      String bus,
      MadeDevice.When when,
      String driver,
      Set<String> texts,
      long function,
      String name) {}

  /**
   * An entry of an OF_DECLARE table and what it leads to.
   *
   * @param function that the kernel calls for a node of the device tree, 0 when there is none
   * @param name of that function
   */
  public record FoundDeclaration(Declaration declaration, long function, String name) {}
}
