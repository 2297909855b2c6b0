package dev.unprobed.app.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code .config} that is odd, and places where it cannot be written. */
class DotConfigTest {
  private static final int HUGE = 50_000_000;
  private static final int SIGINT = 2;
  private static final String KCONFIG =
      "config A\n\tbool \"a\"\n\tdefault y\n\nconfig S\n\tstring \"s\"\n\tdefault \"x\"\n";
  private static final String OLD = "CONFIG_S=\"old\"\n";

  @TempDir Path folder;

  private Program program() throws Exception {
    return new Program(folder).file("Kconfig", KCONFIG);
  }

  @Test
  void nonsenseIsWarnedAbout() throws Exception {
    long seed = 42;
    byte[] noise = new byte[100_000];
    new Random(seed).nextBytes(noise);
    Program program = program().file(".config", noise);
    assertThat(program.config("olddefconfig").accepted().err()).contains(".config:1:warning: ");
    assertThat(program.read(".config")).contains("CONFIG_A=y\n");
  }

  @Test
  void hugeLine() throws Exception {
    Program program = program().file(".config", "CONFIG_S=\"" + "x".repeat(HUGE / 10) + "\"\n");
    program.config("olddefconfig").accepted();
    assertThat(program.read(".config").length()).isGreaterThan(HUGE / 10);
  }

  @Test
  void hugeLineOfNonsense() throws Exception {
    Program program = program().file(".config", "x".repeat(HUGE) + "\n");
    assertThat(program.config("olddefconfig").accepted().err()).contains("unexpected data: xxx");
  }

  @Test
  void directory() throws Exception {
    Program program = program().file(".config/file", "");
    program.config("olddefconfig").refused();
    program.config("allnoconfig").refused("config-name");
    assertThat(program.names()).containsExactly(".config", "Kconfig");
  }

  @Test
  void emptyName() throws Exception {
    program().with("KCONFIG_CONFIG", "").config("allnoconfig").refused("config-name");
  }

  @Test
  void inAnotherDirectory() throws Exception {
    Program program = program().with("KCONFIG_CONFIG", "out/deep/config");
    program.config("olddefconfig").accepted();
    assertThat(program.read("out/deep/config")).contains("CONFIG_A=y");
  }

  @Test
  void inAnotherDirectoryThatCannotBeMade() throws Exception {
    Program program = program().with("KCONFIG_CONFIG", "Kconfig/config");
    assertThat(program.config("olddefconfig").refused("unwritable").err())
        .startsWith("Kconfig/config: ");
  }

  @Test
  void link() throws Exception {
    Program program = program().file("real", OLD);
    Files.createSymbolicLink(folder.resolve(".config"), Path.of("real"));
    program.config("olddefconfig").accepted();
    assertThat(program.read("real")).isEqualTo(OLD);
    assertThat(program.read(".config.old")).isEqualTo(OLD);
    assertThat(program.read(".config")).contains("CONFIG_S=\"old\"", "CONFIG_A=y");
    assertThat(Files.isSymbolicLink(folder.resolve(".config"))).isFalse();
  }

  @Test
  void linkThatIsToStay() throws Exception {
    Program program = program().file("real", OLD).with("KCONFIG_OVERWRITECONFIG", "1");
    Files.createSymbolicLink(folder.resolve(".config"), Path.of("real"));
    program.config("olddefconfig").accepted();
    assertThat(Files.isSymbolicLink(folder.resolve(".config"))).isTrue();
    assertThat(program.read("real")).contains("CONFIG_S=\"old\"", "CONFIG_A=y");
  }

  @Test
  void linkToNowhere() throws Exception {
    Program program = program();
    Files.createSymbolicLink(folder.resolve(".config"), Path.of("nowhere"));
    program.config("olddefconfig").accepted();
    assertThat(Files.isRegularFile(folder.resolve(".config"), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(program.names()).doesNotContain("nowhere");
  }

  @Test
  void limitOfTheSizeOfFiles() throws Exception {
    Program program = program().file(".config", OLD).after("ulimit -f 0");
    // Neither can standard error be a file then.
    assertThat(program.config("olddefconfig").exit()).isEqualTo(2);
    assertThat(program.read(".config")).isEqualTo(OLD);
    assertThat(program.names()).containsExactly(".config", "Kconfig");
  }

  @Test
  void fullDisk() throws Exception {
    try (Mount mount = Mount.of(folder.resolve("disk"), "size=64k")) {
      Program program = new Program(mount.place()).file("Kconfig", KCONFIG).file(".config", OLD);
      fill(mount.place().resolve("filler"));
      assertThat(program.config("olddefconfig").refused("unwritable").err())
          .startsWith(".config: error[unwritable]: cannot write the file: ");
      assertThat(program.read(".config")).isEqualTo(OLD);
      assertThat(program.names()).containsExactly(".config", "Kconfig", "filler");
    }
  }

  private static void fill(Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException _) {
      // Full.
    }
  }

  @Test
  void readOnlyDirectory() throws Exception {
    try (Mount mount = Mount.of(folder.resolve("disk"), "size=64k")) {
      Program program = new Program(mount.place()).file("Kconfig", KCONFIG).file(".config", OLD);
      mount.readOnly();
      assertThat(program.config("olddefconfig").refused("unwritable").err()).contains("hint:");
      assertThat(program.read(".config")).isEqualTo(OLD);
      assertThat(program.names()).containsExactly(".config", "Kconfig");
    }
  }

  @Test
  void interruptWhileACommandRuns() throws Exception {
    if (interruptsAreIgnored()) {
      String text = "SIGINT is ignored here, as after nohup or & in a script, and so by children";
      System.out.println("SKIPPED: " + text);
      abort(text);
    }
    Program program =
        new Program(folder)
            .file("Kconfig", "X := $(shell,touch started; sleep 1000)\n" + KCONFIG)
            .file(".config", OLD);
    Path log = Files.createTempFile("unprobed", ".log");
    Process process = program.start(log, log, "config", "--generation", "6.12", "olddefconfig");
    try {
      for (int i = 0; i < 300 && !Files.exists(folder.resolve("started")); i++) {
        Thread.sleep(100);
      }
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(Files.readString(log)).doesNotContain("\tat ", "own fault");
    assertThat(program.read(".config")).isEqualTo(OLD);
    assertThat(program.names()).containsExactly(".config", "Kconfig", "started");
    Files.delete(log);
  }

  /** Whether this process was started so; Java leaves it as it was, and hands it on. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(signals -> (signals & 1L << SIGINT - 1) != 0);
  }

  /** A small file system of its own, where that is permitted. */
  private record Mount(Path place) implements AutoCloseable {
    static Mount of(Path place, String options) throws IOException {
      Files.createDirectories(place);
      if (run("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()) == 0) {
        return new Mount(place);
      }
      String text = "mount is not permitted, so nothing is known about full and read-only disks";
      // A sandbox may forbid it, and no package can change that.
      System.out.println("SKIPPED: " + text);
      return abort(text);
    }

    void readOnly() throws IOException {
      assertThat(run("mount", "-o", "remount,ro", place.toString())).isZero();
    }

    private static int run(String... command) throws IOException {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.onExit().join().exitValue();
    }

    @Override
    public void close() throws IOException {
      assertThat(run("umount", place.toString())).isZero();
    }
  }
}
