package dev.unprobed.kernel.devicetree;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unprobed.kernel.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The device tree compiler and its companions. Without them tests fail on CI and are skipped
 * elsewhere.
 */
final class Dtc {
  private Dtc() {}

  static void demand(String tool) {
    boolean there =
        List.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":")).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(tool + " is needed (hint: apt install device-tree-compiler)");
    }
    if (!there) {
      System.out.println("SKIPPED: no " + tool + " (hint: apt install device-tree-compiler)");
    }
    assumeTrue(there, "no " + tool);
  }

  /** Compiles a source, with symbols. */
  static Path compile(Path folder, String name, String source) {
    Path dts = folder.resolve(name + ".dts");
    Path dtb = folder.resolve(name + ".dtb");
    try {
      Files.writeString(dts, source);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    run("dtc", "-q", "-@", "-I", "dts", "-O", "dtb", "-o", dtb.toString(), dts.toString());
    return dtb;
  }

  static String decompile(Path dtb, String... more) {
    List<String> command =
        new java.util.ArrayList<>(List.of("dtc", "-qqq", "-f", "-I", "dtb", "-O", "dts"));
    command.addAll(List.of(more));
    command.add(dtb.toString());
    return run(command.toArray(String[]::new));
  }

  static DeviceTree read(Path dtb) {
    try {
      return DeviceTree.read(Bytes.of(dtb.toString(), Files.readAllBytes(dtb)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String run(String... command) {
    demand(command[0]);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().putAll(Map.of("LC_ALL", "C"));
      Process process = builder.start();
      String out =
          new String(
              process.getInputStream().readAllBytes(),
              java.nio.charset.StandardCharsets.ISO_8859_1);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed");
      }
      return out;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
