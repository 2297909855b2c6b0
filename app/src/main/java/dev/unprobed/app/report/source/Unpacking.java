package dev.unprobed.app.report.source;

import dev.unprobed.app.report.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Unpacks of a kernel's source what Kconfig and its questions to the compiler need. */
final class Unpacking {
  private static final List<String> WANTED =
      List.of(
          "*/Kconfig*",
          "*/Makefile*",
          "*/Kbuild*",
          "*/scripts/*",
          "*/configs/*",
          "*/arch/*/tools/*");

  private static final int BUFFER = 1 << 16;

  private final Tools tools;
  private final Progress progress;
  private final Xz xz;

  Unpacking(Tools tools, Progress progress, Xz xz) {
    this.tools = tools;
    this.progress = progress;
    this.xz = xz;
  }

  /** Makes sure that it can be done, before something large is fetched for it. */
  void prepare() throws Unavailable {
    xz.program();
  }

  /**
   * Unpacks a {@code .tar.xz} into a folder that appears as a whole or not at all.
   *
   * @param size of the archive, about
   */
  void unpack(InputStream archive, long size, Path folder) throws Unavailable {
    String decompressor = xz.program();
    Path draft = Drafts.beside(folder);
    try {
      Files.createDirectories(draft);
      progress.step("unpacking", size);
      copy(archive, draft, decompressor);
      if (!isTree(draft)) {
        throw new Unavailable("the archive holds no kernel source, or is damaged");
      }
      appear(draft, folder);
    } catch (IOException e) {
      throw new Unavailable(
          "cannot unpack into " + folder.getParent() + ": " + Unavailable.reason(e));
    } finally {
      delete(draft);
    }
  }

  private void copy(InputStream archive, Path draft, String decompressor) throws IOException {
    List<String> tar =
        new ArrayList<>(
            List.of("tar", "-x", "--no-same-owner", "--strip-components=1", "--wildcards"));
    tar.addAll(WANTED);
    List<Process> processes =
        ProcessBuilder.startPipeline(
            List.of(
                quiet(tools.builder(draft, List.of(decompressor, "-dc"))),
                quiet(tools.builder(draft, tar))));
    boolean fed;
    try {
      fed = feed(archive, processes.getFirst());
    } finally {
      processes.forEach(Tools::waitFor);
    }
    for (Process process : processes) {
      if (!fed || process.exitValue() != 0) {
        throw new IOException("xz or tar failed; is the disk full, or the archive damaged?");
      }
    }
  }

  /** Whether the process took all of it; one that fails stops reading. */
  private boolean feed(InputStream archive, Process process) throws IOException {
    OutputStream out = process.getOutputStream();
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    try {
      for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
        if (!written(out, buffer, read)) {
          return false;
        }
        done += read;
        progress.done(done);
      }
      return true;
    } finally {
      closeQuietly(out);
    }
  }

  private static boolean written(OutputStream out, byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void closeQuietly(OutputStream out) {
    try {
      out.close();
    } catch (IOException _) {
      // Its process has ended before, and its exit status says how.
    }
  }

  private static ProcessBuilder quiet(ProcessBuilder builder) {
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** Whether the folder holds a kernel. */
  static boolean isTree(Path folder) {
    return Files.isRegularFile(folder.resolve("Kconfig"))
        && Files.isRegularFile(folder.resolve("Makefile"))
        && Files.isDirectory(folder.resolve("arch"));
  }

  /** Another process may have been faster, which is as well. */
  private static void appear(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!isTree(folder)) {
        throw e;
      }
    }
  }

  /** Deletes a folder with all that is in it, if it is there. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
