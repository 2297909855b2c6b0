package dev.unprobed.app.reclaim;

import dev.unprobed.app.ExitStatus;
import dev.unprobed.app.board.BoardFiles;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.reclaim.link.BuiltLayout;
import dev.unprobed.reclaim.run.BootImage;
import dev.unprobed.reclaim.run.Boots;
import dev.unprobed.reclaim.run.Check;
import dev.unprobed.reclaim.run.Emulator;
import dev.unprobed.reclaim.run.Evidence;
import dev.unprobed.reclaim.run.Guest;
import dev.unprobed.reclaim.run.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code unprobed reclaim run}: boot, and see what comes back and whether anything breaks. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Boot a kernel in QEMU, without giving units back and with it, and compare.",
      "",
      "  unprobed reclaim run --kernel BUILD --board virt                 only the figures",
      "  unprobed reclaim run --kernel BUILD --board virt --check all     and everything that could"
          + " break",
      "",
      "What the kernel prints has to be what MemTotal grows by, to the page, and what was"
          + " predicted. Exit status 0: it is, and no check fails, 1: not so, 2: the input is wrong.",
      ""
    })
final class RunCommand implements Callable<Integer> {
  private static final String PLAIN = "on";
  private static final Pattern MODES = Pattern.compile("on|report|quarantine(:[0-9]{1,9})?");
  private static final String EMULATOR = "qemu-system-aarch64";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--kernel",
      required = true,
      paramLabel = "BUILD|IMAGE",
      description = "A build tree, or an Image.")
  Path kernel = Path.of("");

  @Option(
      names = "--board",
      required = true,
      paramLabel = "NAME",
      description = "A machine of QEMU; may be given several times.")
  List<String> boards = List.of();

  @Option(
      names = "--dtb",
      paramLabel = "FILE",
      description = "The device tree, if not that of the build tree, or QEMU's own.")
  @Nullable Path deviceTree;

  @Option(
      names = "--dump-dtb",
      paramLabel = "FILE",
      description =
          "Boot nothing; write the device tree that the board hands to the kernel, for reclaim plan"
              + " and build.")
  @Nullable Path dumped;

  @Option(
      names = "--check",
      split = ",",
      paramLabel = "NAME",
      description =
          "What to try afterwards: memory, files, bind, keys, trace, tables, leaks,"
              + " modules, cpus, suspend, hibernate, poke, kexec; or all. One that fails is tried"
              + " once more with unprobed=off.")
  List<String> checks = List.of();

  @Option(
      names = "--module",
      paramLabel = "FILE",
      description =
          "A module to load; called loads-NAME.ko if it has to load, refused-NAME.ko if"
              + " its symbols have to be unknown.")
  List<Path> modules = List.of();

  @Option(
      names = "--poke",
      paramLabel = "FILE=TEXT",
      description = "For the check poke: write a text into a file of the machine.")
  List<String> pokes = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "The kernel parameter unprobed=MODE: on, report or quarantine:SECONDS.",
      defaultValue = PLAIN)
  String mode = PLAIN;

  @Option(names = "--append", paramLabel = "TEXT", description = "More parameters of the kernel.")
  String more = "";

  @Option(
      names = "--wait",
      description = "Wait until the kernel itself finds that probing has ended.")
  boolean waits;

  @Option(
      names = "--predicted",
      paramLabel = "PAGES",
      description = "How many pages should come back; of a build that was laid out it is computed.")
  @Nullable Long predicted;

  @Mixin DeviceOptions devices = new DeviceOptions();

  @Option(
      names = "--compiler",
      paramLabel = "NAME",
      description = "Makes the guest's program; aarch64-linux-gnu-gcc by default.")
  String compiler = "aarch64-linux-gnu-gcc";

  @Option(
      names = "--consoles",
      paramLabel = "DIR",
      description =
          "Keep there what the consoles said: BOARD-off.console, BOARD-on.console, and, if a check"
              + " failed, BOARD-usual.console; otherwise in a new folder, which is named.")
  @Nullable Path consoles;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    demandMode(mode);
    List<Machine> machines = boards.stream().map(RunCommand::machine).toList();
    List<Evidence> all = new ArrayList<>();
    List<Emulator> emulators = new ArrayList<>();
    for (Machine machine : machines) {
      emulators.add(emulator(machine));
    }
    Path file = dumped;
    if (file != null) {
      return dump(emulators, file).code();
    }
    byte[] guest = Guest.compile(compiler);
    Optional<Forecast> forecast = forecast();
    Path folder = consoles == null ? Files.createTempDirectory("unprobed-run-") : consoles;
    Map<String, Itemised> items = new TreeMap<>();
    for (Emulator emulator : emulators) {
      say("booting " + emulator.machine().name() + "; its consoles are kept in " + folder);
      Evidence evidence = Evidence.of(new Boots(emulator, guest, folder), plan(emulator, forecast));
      all.add(evidence);
      forecast
          .flatMap(f -> f.itemised(evidence.machine(), evidence.with().units()))
          .ifPresent(found -> items.put(evidence.machine(), found));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? RunJson.of(all, items) : RunText.of(all, items));
    out.flush();
    boolean isGood = all.stream().allMatch(evidence -> evidence.differences().isEmpty());
    return (isGood ? ExitStatus.HOLDS : ExitStatus.BROKEN).code();
  }

  /** On standard error: a boot with checks takes minutes. */
  private void say(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("unprobed: " + text);
    err.flush();
  }

  /** The kernel would only say so in its log, and do as it does without. */
  private static void demandMode(String mode) {
    if (!MODES.matcher(mode).matches()) {
      throw wrong(mode, "unknown-mode", "there is no such mode", "on, report, quarantine:SECONDS");
    }
  }

  private Evidence.Plan plan(Emulator emulator, Optional<Forecast> forecast) throws IOException {
    List<String> told = new ArrayList<>(devices.of(emulator.machine().name()));
    emulator.machine().silent().forEach(compatible -> told.add("!" + compatible));
    return new Evidence.Plan(
        mode,
        !waits,
        chosen(),
        moduleFiles(),
        pokes.stream().map(poke -> poke.replaceFirst("=", " ")).toList(),
        seen -> {
          List<String> found = new ArrayList<>(seen);
          found.addAll(told);
          return predicted != null
              ? OptionalLong.of(predicted)
              : forecast.isEmpty() ? OptionalLong.empty() : forecast.get().pages(emulator, found);
        });
  }

  /**
   * Only of a build that has been laid out something can be told, and what parameters of the kernel
   * do to it is not foreseen.
   */
  private Optional<Forecast> forecast() throws IOException {
    if (predicted != null || !mode.equals(PLAIN) || !more.isEmpty() || !BuildTree.isTree(kernel)) {
      return Optional.empty();
    }
    Optional<BuiltLayout> layout = BuiltLayout.of(kernel);
    return layout.isEmpty() ? Optional.empty() : Optional.of(Forecast.of(kernel, layout.get()));
  }

  private static ExitStatus dump(List<Emulator> emulators, Path file) throws IOException {
    if (emulators.size() != 1) {
      throw wrong(file.toString(), "one-board", "a device tree is of one board", "--board once");
    }
    emulators.getFirst().dumpDeviceTree(file);
    return ExitStatus.HOLDS;
  }

  private static Machine machine(String name) {
    return Machine.named(name)
        .orElseThrow(() ->
            wrong(
                name,
                "unknown-board",
                "there is no such board",
                "one of "
                    + Machine.all().stream().map(Machine::name).collect(Collectors.joining(", "))));
  }

  private Set<Check> chosen() {
    if (checks.contains("all")) {
      return EnumSet.allOf(Check.class);
    }
    return checks.stream()
        .map(word ->
            Check.named(word)
                .orElseThrow(
                    () -> wrong(word, "unknown-check", "there is no such check", "--check all")))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
  }

  private Map<String, byte[]> moduleFiles() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path module : modules) {
      if (!Files.isRegularFile(module)) {
        throw wrong(module.toString(), "no-file", "there is no such module", "mend the name");
      }
      files.put(String.valueOf(module.getFileName()), Files.readAllBytes(module));
    }
    return files;
  }

  private Emulator emulator(Machine machine) throws IOException {
    Path image = Files.isDirectory(kernel) ? kernel.resolve("arch/arm64/boot/Image") : kernel;
    if (!Files.isRegularFile(image)) {
      throw wrong(image.toString(), "no-image", "there is no image", "make Image");
    }
    BootImage head = BootImage.of(image);
    if (!head.isBootable()) {
      throw wrong(
          image.toString(), "no-image", "is no boot image of arm64", "arch/arm64/boot/Image");
    }
    Machine able = head.hasPages16() ? withPages16(machine, image) : machine;
    Machine told = more.isEmpty() ? able : able.told(more);
    return new Emulator(EMULATOR, told, image, deviceTree(machine));
  }

  /** Without such pages a kernel stops before it can say why. */
  private static Machine withPages16(Machine machine, Path image) {
    return machine
        .withPages16()
        .orElseThrow(() ->
            wrong(
                image.toString(),
                "no-such-pages",
                "the kernel has pages of 16 KiB, and the processors of %s have none"
                    .formatted(machine.name()),
                "another --board"));
  }

  private Optional<Path> deviceTree(Machine machine) {
    Path given = deviceTree;
    if (given != null) {
      // QEMU would say nothing of what is wrong with it.
      BoardFiles.tree(given);
      return Optional.of(given);
    }
    Optional<Path> file =
        machine.deviceTree().map(name -> kernel.resolve("arch/arm64/boot/dts").resolve(name));
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      throw wrong(
          file.get().toString(), "no-device-tree", "the board needs this file", "--dtb FILE");
    }
    return file;
  }

  private static MalformedInput wrong(String path, String check, String message, String hint) {
    return new MalformedInput(path, -1, check, message, hint);
  }
}
