package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.code.Value.Constant;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a struct device_driver and the bus's own structure around it. */
final class DriverReader {
  private static final int MOST = 8192;
  private static final int ASYNCHRONOUS = 1;

  private final Program program;
  private final Texts texts;
  private final Layout layout;
  private final IdTables ids;

  DriverReader(Program program, Texts texts, Layout layout) {
    this.program = program;
    this.texts = texts;
    this.layout = layout;
    this.ids = new IdTables(program, layout);
  }

  /** Absent when what is registered has no name that could be read. */
  Optional<Driver> read(
      Effect.Registers r, int level, Driver.Registration registration, Traits traits) {
    long at = address(r);
    var name =
        texts
            .prefixed(r.prefix(), r.name())
            .or(() -> at == 0 ? Optional.empty() : texts.at(program.pointer(at)));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    long container = container(r);
    var table = at == 0 ? Optional.<List<DeviceId>>empty() : ids.of(r.busName(), at, container);
    return Optional.of(
        new Driver(
            r.busName(),
            name.get(),
            at == 0 ? List.of() : compatibles(program.pointer(at + layout.ofMatchTable())),
            table.orElse(List.of()),
            table.isPresent(),
            at == 0 ? List.of() : acpi(program.pointer(at + layout.acpiMatchTable())),
            level,
            registration,
            at != 0 && u32(at + layout.probeType()) == ASYNCHRONOUS,
            traits.provisions(),
            traits.demands(),
            traits.populates(),
            at));
  }

  /** Of the device_driver; 0 when it is not in the program's data. */
  static long address(Effect.Registers r) {
    return r.driver() instanceof Constant(long address, boolean _) ? address : 0;
  }

  /** Of the bus's own structure; 0 when that is not known. */
  static long container(Effect.Registers r) {
    long at = address(r);
    return at == 0 || r.container() < 0 ? 0 : at - r.container();
  }

  private long u32(long at) {
    return program.at(at).filter(b -> b.has(0, 4)).map(b -> b.u32(0)).orElse(0L);
  }

  private List<DeviceId.Compatible> compatibles(long table) {
    var result = new ArrayList<DeviceId.Compatible>();
    int size = layout.ofDeviceId();
    for (int i = 0; table != 0 && i < MOST; i++) {
      var entry = program.at(table + (long) i * size).filter(b -> b.has(0, size));
      var id = entry.flatMap(DriverReader::compatible);
      if (id.isEmpty()) {
        break;
      }
      result.add(id.get());
    }
    return result;
  }

  /** One of_device_id; none for the one that ends a table. */
  static Optional<DeviceId.Compatible> compatible(Bytes b) {
    var name = Texts.within(b, 32);
    var type = Texts.within(b.from(32), 32);
    var compatible = Texts.within(b.from(64), 128);
    if (name.isEmpty() || type.isEmpty() || compatible.isEmpty()) {
      return Optional.empty();
    }
    boolean end = name.get().isEmpty() && type.get().isEmpty() && compatible.get().isEmpty();
    return end
        ? Optional.empty()
        : Optional.of(new DeviceId.Compatible(name.get(), type.get(), compatible.get()));
  }

  private List<String> acpi(long table) {
    var result = new ArrayList<String>();
    int size = layout.acpiDeviceId();
    for (int i = 0; table != 0 && i < MOST; i++) {
      var entry = program.at(table + (long) i * size).filter(b -> b.has(0, size));
      var id = entry.flatMap(b -> Texts.within(b, 16)).filter(text -> !text.isEmpty());
      if (id.isEmpty()) {
        break;
      }
      result.add(id.get());
    }
    return result;
  }
}
