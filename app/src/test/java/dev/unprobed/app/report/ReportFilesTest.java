package dev.unprobed.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.source.KconfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void makesTheFolderAndBothFiles() throws IOException {
    Path output = folder.resolve("new/one");
    ReportFiles.demandWritable(output);
    assertThat(output).doesNotExist();

    assertThat(ReportFiles.write(output, "page", "json"))
        .allSatisfy(file -> assertThat(file).isNotEmptyFile())
        .containsExactly(output.resolve("report.html"), output.resolve("report.json"));
  }

  @Test
  void refusesAFileAsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> ReportFiles.demandWritable(file))
        .isInstanceOf(KconfigException.class)
        .hasMessageContaining("this is no folder");
  }

  /** Also for the superuser, who may write anywhere. */
  @Test
  void refusesWhereNoFileCanBeMade() {
    assertThatThrownBy(() -> ReportFiles.demandWritable(Path.of("/proc/nowhere")))
        .isInstanceOf(KconfigException.class)
        .hasMessageContaining("cannot write the report here");
    assertThat(folder).isEmptyDirectory();
    ReportFiles.demandWritable(folder.resolve("new"));
    assertThat(folder).isEmptyDirectory();
  }
}
