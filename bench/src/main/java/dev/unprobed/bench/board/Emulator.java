package dev.unprobed.bench.board;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** QEMU, one machine at a time. */
final class Emulator {

  private static final Duration DUMP_LIMIT = Duration.ofSeconds(30);
  private static final int MOST_CONSOLE = 32 << 20;
  private static final int TAIL = 8192;
  private static final List<String> ENDS = List.of(Recording.END, "end Kernel panic");
  private static final List<String> QUIET =
      List.of("-no-reboot", "-display", "none", "-monitor", "none");

  private Emulator() {}

  /**
   * Has QEMU write the device tree that a machine gives to the kernel. That is its own, or one that
   * it was given, but changed: the memory, how other processors are started, what is not there.
   */
  static void dumpDeviceTree(Machine machine, StockKernel kernel, Path source, Path file)
      throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(kernel.emulator(), "-serial", "null", "-kernel", kernel.image().toString()));
    words.addAll(machine.arguments());
    words.addAll(QUIET);
    int option = words.indexOf("-M") + 1;
    words.set(option, words.get(option) + ",dumpdtb=" + file);
    words.addAll(List.of("-append", machine.commandLine()));
    words.addAll(deviceTree(machine, source));
    Files.deleteIfExists(file);
    String said = console(words, DUMP_LIMIT);
    if (!Files.isRegularFile(file)) {
      throw new IOException("QEMU makes no device tree for %s: %s".formatted(machine.name(), said));
    }
  }

  private static List<String> deviceTree(Machine machine, Path source) {
    return machine.deviceTree().isPresent() ? List.of("-dtb", source.toString()) : List.of();
  }

  static List<String> words(
      Machine machine, StockKernel kernel, Path initramfs, Path deviceTree, String parameters) {
    List<String> words = new ArrayList<>(List.of(kernel.emulator()));
    words.addAll(machine.arguments());
    words.addAll(QUIET);
    words.addAll(List.of("-serial", "stdio", "-kernel", kernel.image().toString()));
    words.addAll(List.of("-initrd", initramfs.toString()));
    words.addAll(deviceTree(machine, deviceTree));
    words.addAll(List.of("-append", parameters));
    return words;
  }

  /** Runs a command until it ends, has said what ends a boot, or the time is over. */
  static String console(List<String> words, Duration limit) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    // Some boards have sound, which this machine need not have.
    builder.environment().put("QEMU_AUDIO_DRV", "none");
    Process process = builder.start();
    process.getOutputStream().close();
    Thread watchdog = Thread.ofVirtual().start(() -> endAfter(process, limit));
    try {
      return read(process.getInputStream());
    } finally {
      watchdog.interrupt();
      end(process);
    }
  }

  private static void endAfter(Process process, Duration limit) {
    try {
      if (!process.waitFor(limit.toSeconds(), SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      // It has ended.
    }
  }

  private static void end(Process process) throws IOException {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String tail = "";
    byte[] buffer = new byte[TAIL];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      all.write(buffer, 0, count);
      tail =
          tail.substring(Math.max(0, tail.length() - TAIL))
              + new String(buffer, 0, count, ISO_8859_1);
      if (ENDS.stream().anyMatch(tail::contains) || all.size() > MOST_CONSOLE) {
        break;
      }
    }
    return all.toString(ISO_8859_1);
  }
}
