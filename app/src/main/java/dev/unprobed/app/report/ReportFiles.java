package dev.unprobed.app.report;

import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      String reason = Files.isDirectory(there) ? "permission denied" : "this is no folder";
      throw new KconfigException(
          Diagnostic.ofFile(
              ByteText.encode(there.toString()),
              "unwritable",
              "cannot write the report here: " + reason,
              "say with --output DIR where report.html and report.json are to go"));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
