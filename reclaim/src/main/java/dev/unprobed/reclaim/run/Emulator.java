package dev.unprobed.reclaim.run;

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
import java.util.Optional;

/**
 * QEMU as one machine with one kernel.
 *
 * @param program such as qemu-system-aarch64
 * @param image what {@code -kernel} is given
 * @param deviceTree what {@code -dtb} is given; absent if QEMU makes its own
 */
public record Emulator(String program, Machine machine, Path image, Optional<Path> deviceTree) {

  private static final String DRIVE = "if=none,id=disk,format=raw,file=";

  private static final Duration DUMP_LIMIT = Duration.ofSeconds(30);
  private static final int MOST_CONSOLE = 32 << 20;
  private static final int TAIL = 8192;
  private static final String PANIC = "end Kernel panic";
  private static final List<String> QUIET =
      List.of("-no-reboot", "-display", "none", "-monitor", "none");

  /**
   * Has QEMU write the device tree that a machine gives to the kernel. That is its own, or one that
   * it was given, but changed: the memory, how other processors are started, what is not there.
   */
  public void dumpDeviceTree(Path file) throws IOException {
    List<String> words =
        new ArrayList<>(List.of(program, "-serial", "null", "-kernel", image.toString()));
    words.addAll(machine.arguments());
    words.addAll(QUIET);
    int option = words.indexOf("-M") + 1;
    words.set(option, words.get(option) + ",dumpdtb=" + file);
    words.addAll(List.of("-append", machine.commandLine()));
    words.addAll(deviceTreeWords());
    Files.deleteIfExists(file);
    String said = console(words, DUMP_LIMIT, List.of());
    if (!Files.isRegularFile(file)) {
      throw new IOException("QEMU makes no device tree for %s: %s".formatted(machine.name(), said));
    }
  }

  private List<String> deviceTreeWords() {
    return deviceTree.map(file -> List.of("-dtb", file.toString())).orElse(List.of());
  }

  /**
   * Boots, and returns what the console said until the kernel panicked, one of the ends was said or
   * the time was over.
   *
   * @param parameters added to the machine's command line
   */
  public String boot(Path initramfs, String parameters, Duration limit, String end)
      throws IOException {
    return boot(initramfs, parameters, Optional.empty(), limit, end);
  }

  /**
   * The same with a disk.
   *
   * @param disk what is on it; with one, the machine may start anew
   */
  public String boot(
      Path initramfs, String parameters, Optional<Path> disk, Duration limit, String end)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(machine.arguments());
    words.addAll(QUIET);
    words.addAll(List.of("-serial", "stdio", "-kernel", image.toString()));
    words.addAll(List.of("-initrd", initramfs.toString()));
    words.addAll(deviceTreeWords());
    disk.ifPresent(file -> words.addAll(diskWords(file)));
    words.addAll(List.of("-append", machine.commandLine() + " " + parameters));
    return console(words, limit, List.of(end, PANIC));
  }

  /** Before these words, the machine was told not to start anew. */
  private List<String> diskWords(Path file) {
    return List.of(
        "-drive",
        DRIVE + file,
        "-device",
        machine.disk().orElseThrow() + ",drive=disk",
        "-action",
        "reboot=reset");
  }

  private static String console(List<String> words, Duration limit, List<String> ends)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    // Some boards have sound, which this machine need not have.
    builder.environment().put("QEMU_AUDIO_DRV", "none");
    Process process = Launch.start(builder);
    process.getOutputStream().close();
    Thread watchdog = Thread.ofVirtual().start(() -> endAfter(process, limit));
    try {
      return read(process.getInputStream(), ends);
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

  private static String read(InputStream in, List<String> ends) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String tail = "";
    byte[] buffer = new byte[TAIL];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      all.write(buffer, 0, count);
      tail =
          tail.substring(Math.max(0, tail.length() - TAIL))
              + new String(buffer, 0, count, ISO_8859_1);
      if (ends.stream().anyMatch(tail::contains) || all.size() > MOST_CONSOLE) {
        break;
      }
    }
    return all.toString(ISO_8859_1);
  }
}
