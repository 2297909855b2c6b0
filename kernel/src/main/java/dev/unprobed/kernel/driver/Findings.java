package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.MadeDevice;
import java.util.List;

/**
 * What was found in one program.
 *
 * @param drivers in the order of their initcalls
 * @param devices what code makes
 * @param declarations entries of OF_DECLARE tables
 * @param initCalls in the order in which they run
 * @param summaries of its functions, for programs that call them
 * @param remarks what was seen but not understood, for people
 */
public record Findings(
    List<FoundDriver> drivers,
    List<FoundDevice> devices,
    List<FoundDeclaration> declarations,
    List<InitCall> initCalls,
    Summaries summaries,
    List<String> remarks) {
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
   * An entry of an OF_DECLARE table and what it leads to.
   *
   * @param function that the kernel calls for a node of the device tree, 0 when there is none
   * @param name of that function
   */
  public record FoundDeclaration(Declaration declaration, long function, String name) {}
}
