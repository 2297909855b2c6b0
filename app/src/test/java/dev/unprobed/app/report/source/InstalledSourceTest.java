package dev.unprobed.app.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledSourceTest {
  @TempDir Path place;

  @Test
  void findsTheTreeOrTheArchiveOfTheVersion() throws IOException {
    Path archive = Files.createFile(place.resolve("linux-source-6.1.tar.xz"));
    assertThat(InstalledSource.archive(place, "6.1")).contains(archive);
    assertThat(InstalledSource.archive(place, "6.12")).isEmpty();
    assertThat(InstalledSource.folder(place, "6.1")).isEmpty();

    Path tree = place.resolve("linux-source-6.1");
    Files.createDirectories(tree.resolve("arch"));
    Files.createFile(tree.resolve("Kconfig"));
    Files.createFile(tree.resolve("Makefile"));
    assertThat(InstalledSource.folder(place, "6.1")).contains(tree);
  }
}
