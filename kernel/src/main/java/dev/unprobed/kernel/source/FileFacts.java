package dev.unprobed.kernel.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one file of C declares about drivers; names are those of its variables. */
final class FileFacts {
  /** Stands for KBUILD_MODNAME: only its unit knows. */
  static final String MODULE_NAME = "\u0001";

  /** An array of ids, such as struct of_device_id; each entry by the names of its fields. */
  record Table(String type, List<Map<String, String>> entries) {}

  /**
   * A structure of a driver.
   *
   * @param type such as platform_driver
   */
  record DriverVariable(
      String type, Map<String, String> texts, Map<String, String> pointers, boolean asynchronous) {}

  /**
   * A call with a variable as its first argument.
   *
   * @param function in which it is
   */
  record Call(String callee, String argument, String function) {}

  record Declared(String section, String compatible) {}

  /** MODULE_DEVICE_TABLE. */
  record DeviceTable(String type, String table) {}

  final Map<String, Table> tables = new LinkedHashMap<>();
  final Map<String, DriverVariable> drivers = new LinkedHashMap<>();

  /** Arrays of pointers to drivers. */
  final Map<String, List<String>> arrays = new LinkedHashMap<>();

  final List<Call> calls = new ArrayList<>();
  final Set<String> callees = new LinkedHashSet<>();
  final List<Declared> declarations = new ArrayList<>();
  final List<DeviceTable> deviceTables = new ArrayList<>();
  final List<String> aliases = new ArrayList<>();

  /** Levels of initcalls by the names of their functions. */
  final Map<String, Integer> initcalls = new LinkedHashMap<>();

  /** Names of buses by the variables of their struct bus_type. */
  final Map<String, String> buses = new LinkedHashMap<>();

  /** The bus's variable by the type of driver that a function puts on it. */
  final Map<String, String> busOfType = new LinkedHashMap<>();

  /** The bus's variable by the function that puts a driver on it. */
  final Map<String, String> busOfFunction = new LinkedHashMap<>();

  /** Functions that are given a driver inside of a driver, by the type of the outer one. */
  final Map<String, String> wrappers = new LinkedHashMap<>();

  /** Other files of C that it includes. */
  final List<String> included = new ArrayList<>();

  boolean isEmpty() {
    return tables.isEmpty()
        && drivers.isEmpty()
        && declarations.isEmpty()
        && deviceTables.isEmpty()
        && aliases.isEmpty()
        && calls.isEmpty()
        && buses.isEmpty()
        && busOfType.isEmpty()
        && wrappers.isEmpty()
        && included.isEmpty();
  }
}
