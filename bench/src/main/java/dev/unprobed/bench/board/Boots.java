package dev.unprobed.bench.board;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unprobed.bench.tree.Cache;
import dev.unprobed.bench.tree.Command;
import dev.unprobed.bench.tree.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Boots that have been made are kept in the user's cache, one folder each. */
final class Boots {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String TEXT = "recording.txt";
  private static final String CONSOLE = "console.log";
  private static final String DEVICE_TREE = "given.dtb";

  /** Every probe and what it gave back goes to the kernel's log, which has to have room for it. */
  private static final String PARAMETERS = "rdinit=/init initcall_debug log_buf_len=4M";

  private static final String INITRAMFS = "initramfs.cpio";

  private Boots() {}

  /**
   * What is left of a boot.
   *
   * @param folder of its files
   * @param snapshots absent if the board did not get as far as printing it
   */
  record Boot(Path folder, Optional<Snapshots> snapshots) {
    Path deviceTree() {
      return folder.resolve(DEVICE_TREE);
    }

    Path console() {
      return folder.resolve(CONSOLE);
    }
  }

  /** Boots, unless the same has been booted before. */
  static Boot of(Pairing machine, StockKernel kernel, byte[] initramfs) throws IOException {
    String key =
        new Digest()
            .addFile("image", kernel.image())
            .add("initramfs", initramfs)
            .add("machine", machine.toString())
            .add("parameters", PARAMETERS)
            .add("emulator", version(kernel))
            .text();
    Path folder = Cache.folder("boards").resolve(key);
    if (!Files.isRegularFile(folder.resolve(DEVICE_TREE))) {
      Files.createDirectories(folder);
      deviceTree(machine, kernel, folder.resolve(DEVICE_TREE));
    }
    if (!Files.isRegularFile(folder.resolve(TEXT))) {
      make(machine, kernel, initramfs, folder);
    }
    return new Boot(folder, recorded(folder));
  }

  private static Optional<Snapshots> recorded(Path folder) throws IOException {
    Path text = folder.resolve(TEXT);
    return Files.isRegularFile(text)
        ? Optional.of(Snapshots.parse(Files.readString(text)))
        : Optional.empty();
  }

  /** Writes the device tree that the kernel is given on a machine. */
  static void deviceTree(Pairing machine, StockKernel kernel, Path file) throws IOException {
    machine.emulator(kernel).dumpDeviceTree(file);
  }

  private static void make(Pairing machine, StockKernel kernel, byte[] initramfs, Path folder)
      throws IOException {
    Path archive = Files.write(folder.resolve(INITRAMFS), initramfs);
    System.err.println("boards: booting " + machine.title());
    String console = machine.emulator(kernel).boot(archive, PARAMETERS, LIMIT, Recording.END);
    Files.delete(archive);
    // Written before the text, which says that the boot is over; one that failed is tried again.
    Files.writeString(folder.resolve(CONSOLE), Recording.rest(console), ISO_8859_1);
    Optional<String> text = Recording.text(console);
    if (text.isPresent()) {
      Files.writeString(folder.resolve(TEXT), text.get(), UTF_8);
    }
  }

  private static String version(StockKernel kernel) throws IOException {
    return Command.output(Path.of("/"), kernel.emulator(), "--version");
  }
}
