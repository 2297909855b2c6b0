package dev.unprobed.app.report;

import dev.unprobed.kconfig.dotconfig.WorkFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes a report into a folder, each file whole or not at all. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes {@code report.html} and {@code report.json}, and makes the folder when need be.
   *
   * @return what was written
   * @throws dev.unprobed.kconfig.source.KconfigException when that is not possible
   */
  public static List<Path> write(Path folder, Report report) {
    WorkFiles files = new WorkFiles(folder.toAbsolutePath(), null);
    files.write("report.html", bytes(ReportPage.of(report)));
    files.write("report.json", bytes(ReportJson.of(report)));
    return List.of(folder.resolve("report.html"), folder.resolve("report.json"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
