package dev.unprobed.app.report.page;

import dev.unprobed.app.report.ReportFiles;
import java.nio.file.Path;
import java.util.List;

/** Writes a whole report into a folder. */
public final class FindingsFiles {
  private FindingsFiles() {}

  /** {@code report.html} and {@code report.json}; returns what was written. */
  public static List<Path> write(Path folder, Findings findings) {
    return ReportFiles.write(folder, Page.of(findings).html(), FindingsJson.of(findings));
  }
}
