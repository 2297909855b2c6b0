package dev.unprobed.kernel.devicetree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every device tree below a folder, such as an unpacked kernel package, against dtc: {@code
 * -Dunprobed.devicetrees=FOLDER}.
 */
@EnabledIfSystemProperty(named = "unprobed.devicetrees", matches = ".+")
class CorpusTest {
  @Test
  void printsEveryTreeAsDtcDoes() throws IOException {
    List<Path> trees = trees(Path.of(System.getProperty("unprobed.devicetrees")));
    assertThat(trees).isNotEmpty();
    for (Path dtb : trees) {
      assertThat(SourceTexts.normal(Dtc.read(dtb).source()))
          .as(dtb.toString())
          .isEqualTo(SourceTexts.normal(Dtc.decompile(dtb)));
    }
    System.out.println("CorpusTest: " + trees.size() + " trees printed as dtc prints them");
  }

  private static List<Path> trees(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".dtb") || file.toString().endsWith(".dtbo"))
          .sorted()
          .toList();
    }
  }
}
