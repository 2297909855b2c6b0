package dev.unprobed.reclaim.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The first process of a boot, made from the C files beside this package. */
public final class Guest {

  private static final List<String> SOURCES =
      List.of(
          "base.h",
          "check.h",
          "base.c",
          "bind.c",
          "checks.c",
          "files.c",
          "hibernate.c",
          "init.c",
          "kernel.c",
          "memory.c",
          "power.c");

  private static final List<String> OPTIONS =
      List.of(
          "-O2",
          "-ffreestanding",
          "-nostdlib",
          "-static",
          "-fno-builtin",
          "-fno-stack-protector",
          "-mgeneral-regs-only",
          "-Wl,--build-id=none",
          "-s");

  private Guest() {}

  /**
   * The program; it needs no library.
   *
   * @param compiler for the target, such as aarch64-linux-gnu-gcc
   * @throws IOException if there is no such compiler, or it fails
   */
  public static byte[] compile(String compiler) throws IOException {
    Path folder = Files.createTempDirectory("unprobed-guest-");
    try {
      List<String> words = new ArrayList<>(List.of(compiler));
      words.addAll(OPTIONS);
      words.addAll(List.of("-o", "init"));
      for (String source : SOURCES) {
        copy(source, folder);
        if (source.endsWith(".c")) {
          words.add(source);
        }
      }
      run(words, folder);
      return Files.readAllBytes(folder.resolve("init"));
    } finally {
      delete(folder);
    }
  }

  private static void copy(String source, Path folder) throws IOException {
    try (InputStream in = Guest.class.getResourceAsStream("guest/" + source)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + source);
      }
      Files.copy(in, folder.resolve(source));
    }
  }

  private static void run(List<String> words, Path folder) throws IOException {
    Process process =
        Launch.start(
            new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("%s failed: %s".formatted(words.getFirst(), said));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(words.getFirst());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
