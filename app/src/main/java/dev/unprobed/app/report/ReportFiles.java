package dev.unprobed.app.report;

import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a report into a folder, each file whole or not at all. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes {@code report.html} and {@code report.json}, and makes the folder when need be.
   *
   * @param page the content of the one
   * @param json the content of the other
   * @return what was written
   * @throws KconfigException when that is not possible
   */
  public static List<Path> write(Path folder, String page, String json) {
    WorkFiles files = new WorkFiles(folder.toAbsolutePath(), null);
    files.write("report.html", bytes(page));
    files.write("report.json", bytes(json));
    return List.of(folder.resolve("report.html"), folder.resolve("report.json"));
  }

  /**
   * Refuses a folder that nothing can be written into, before the long work begins.
   *
   * @throws KconfigException when neither it nor what it would be made in can be written
   */
  public static void demandWritable(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    Optional<String> objection =
        Files.isDirectory(there) ? tried(there) : Optional.of("this is no folder");
    if (objection.isPresent()) {
      throw new KconfigException(
          Diagnostic.ofFile(
              ByteText.encode(there.toString()),
              "unwritable",
              "cannot write the report here: " + objection.get(),
              "say with --output DIR where report.html and report.json are to go"));
    }
  }

  /** Permissions do not tell: the superuser has all of them, and still /proc takes no file. */
  private static Optional<String> tried(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".unprobed", null));
      return Optional.empty();
    } catch (AccessDeniedException _) {
      return Optional.of("permission denied");
    } catch (IOException _) {
      return Optional.of("no file can be made in it");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
