package dev.unprobed.bench.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unprobed.bench.board.Boots.Boot;
import dev.unprobed.reclaim.run.Initramfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Boots one kernel on one machine, with and without modules.
 *
 * @param root the folder of the project
 */
public record Measurement(Path root, Catalogue catalogue) {

  private static final int MOST_ROUNDS = 8;
  private static final String FINAL = "final";
  private static final String MODULE_FOLDER = "lib/modules/";

  /**
   * What the board said, and the device tree that it had.
   *
   * @param late the drivers that were bound only after probing had seemed to have settled
   */
  public record Measured(Truth truth, SortedSet<String> late, Path deviceTree, Path console) {}

  /**
   * Boots, unless the same has been booted before.
   *
   * @throws IOException if the board printed nothing that could be read, among others
   */
  public Measured of(Pairing machine, StockKernel kernel, ModuleChoice choice) throws IOException {
    Boot boot = Boots.of(machine, kernel, initramfs(kernel, new TreeMap<>(), Path.of("")));
    return measured(
        machine,
        choice == ModuleChoice.NONE || kernel.modules().isEmpty()
            ? boot
            : withModules(machine, kernel, boot));
  }

  private static Measured measured(Pairing machine, Boot boot) throws IOException {
    Snapshots snapshots = snapshots(machine, boot);
    Truth truth = snapshots.truth(FINAL);
    SortedSet<String> late = new TreeSet<>(truth.bound());
    late.removeAll(snapshots.truth("settled").bound());
    return new Measured(truth, late, boot.deviceTree(), boot.console());
  }

  private static Snapshots snapshots(Pairing machine, Boot boot) throws IOException {
    return boot.snapshots()
        .orElseThrow(() ->
            new BootFailure(
                "%s printed nothing that could be read; see %s"
                    .formatted(machine.title(), boot.console())));
  }

  /**
   * A module can make devices that other modules match, so the board boots again with those too,
   * until it asks for nothing new.
   */
  private Boot withModules(Pairing machine, StockKernel kernel, Boot without) throws IOException {
    Modules modules = Modules.of(kernel);
    SortedSet<String> asked = new TreeSet<>(snapshots(machine, without).asked(FINAL));
    Boot boot = without;
    SortedMap<String, List<String>> before = new TreeMap<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      SortedMap<String, List<String>> table = modules.resolve(asked);
      if (table.equals(before)) {
        return boot;
      }
      boot = Boots.of(machine, kernel, initramfs(kernel, table, modules.source()));
      asked.addAll(snapshots(machine, boot).asked(FINAL));
      before = table;
    }
    throw new BootFailure(machine.title() + " asks for more modules on every boot");
  }

  private byte[] initramfs(StockKernel kernel, Map<String, List<String>> table, Path modules)
      throws IOException {
    Initramfs initramfs =
        new Initramfs()
            .characterDevice("dev/console", 5, 1)
            .program("bin/busybox", Files.readAllBytes(catalogue.busybox(kernel)))
            .program("init", script("init"));
    if (!table.isEmpty()) {
      initramfs.program("sbin/modprobe", script("modprobe"));
      initramfs.program("load", table(table).getBytes(UTF_8));
      for (String file : files(table.values())) {
        initramfs.program(MODULE_FOLDER + file, Files.readAllBytes(modules.resolve(file)));
      }
    }
    return initramfs.bytes();
  }

  private byte[] script(String name) throws IOException {
    return Files.readAllBytes(root.resolve("bench/board").resolve(name));
  }

  /** What the script looks an alias up in. */
  private static String table(Map<String, List<String>> table) {
    StringBuilder text = new StringBuilder();
    table.forEach((alias, files) ->
        text.append(alias).append('\t').append(String.join(" ", files)).append('\n'));
    return text.toString();
  }

  private static Collection<String> files(Collection<List<String>> lists) {
    Collection<String> files = new LinkedHashSet<>();
    lists.forEach(files::addAll);
    return files;
  }
}
