package dev.unprobed.reclaim.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Boots one kernel on one machine.
 *
 * @param emulator the machine with the kernel
 * @param guest the first process, of {@link Guest#compile}
 * @param folder where consoles are kept
 */
public record Boots(Emulator emulator, byte[] guest, Path folder) {

  /**
   * The log is long enough and has nothing that a busy host brings about. At a random address the
   * kernel needs a page more or less for its page tables, and MemTotal would differ. The console
   * stays on in suspend, or a kernel that dies there would seem to hang.
   */
  private static final String PARAMETERS =
      "rdinit=/init nokaslr log_buf_len=4M rcupdate.rcu_cpu_stall_suppress=1 nowatchdog panic=-1"
          + " rcupdate.rcu_cpu_stall_timeout=300 no_console_suspend";

  /** Where the guest's program puts an image of memory. */
  private static final String RESUME = " resume=/dev/vda";

  private static final long DISK_BYTES = 512L << 20;

  private static final Duration LIMIT = Duration.ofMinutes(40);

  /**
   * What a boot is to do.
   *
   * @param name of the file that keeps its console
   * @param parameters of the kernel
   * @param saysComplete whether the guest says that all devices are there, instead of waiting
   * @param checks that run after giving back
   * @param modules for {@link Check#MODULES}, by file name; those called loads-… have to load, the
   *     others to be refused for an unknown symbol
   * @param pokes for {@link Check#POKE}, in this order: a file, a space, what is written into it
   */
  public record Task(
      String name,
      String parameters,
      boolean saysComplete,
      Set<Check> checks,
      Map<String, byte[]> modules,
      List<String> pokes) {}

  /**
   * Boots; the console is kept in the folder as NAME.console.
   *
   * @throws IOException if QEMU does not run
   */
  public Boot of(Task task) throws IOException {
    Files.createDirectories(folder);
    Path initramfs = Files.write(folder.resolve(task.name() + ".cpio"), initramfs(task));
    Optional<Path> disk = disk(task);
    String parameters = PARAMETERS + (disk.isPresent() ? RESUME : "") + " " + task.parameters();
    String console = emulator.boot(initramfs, parameters, disk, LIMIT, Boot.END);
    Files.delete(initramfs);
    if (disk.isPresent()) {
      Files.delete(disk.get());
    }
    Files.writeString(folder.resolve(task.name() + ".console"), console, ISO_8859_1);
    return Boot.parse(console);
  }

  /** One of zeros that takes no space, if the task needs it and the machine can have it. */
  private Optional<Path> disk(Task task) throws IOException {
    if (!task.checks().contains(Check.HIBERNATE) || emulator.machine().disk().isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.resolve(task.name() + ".disk");
    try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
      disk.setLength(0);
      disk.setLength(DISK_BYTES);
    }
    return Optional.of(file);
  }

  private byte[] initramfs(Task task) throws IOException {
    Initramfs initramfs = base().program("plan", plan(task).getBytes(UTF_8));
    task.modules().forEach((name, bytes) -> initramfs.program("modules/" + name, bytes));
    if (task.checks().contains(Check.KEXEC)) {
      initramfs
          .program("second/image", Files.readAllBytes(emulator.image()))
          .program("second/initramfs", base().program("plan", new byte[0]).bytes());
    }
    return initramfs.bytes();
  }

  private Initramfs base() {
    return new Initramfs().characterDevice("dev/console", 5, 1).program("init", guest);
  }

  private static String plan(Task task) {
    List<String> lines = new ArrayList<>();
    if (task.saysComplete()) {
      lines.add("early");
    }
    task.checks().stream().sorted().forEach(check -> lines.add("check " + check.word()));
    task.pokes().forEach(poke -> lines.add("poke " + poke));
    return lines.stream().map(line -> line + "\n").collect(joining());
  }
}
