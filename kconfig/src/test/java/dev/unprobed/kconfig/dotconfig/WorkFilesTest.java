package dev.unprobed.kconfig.dotconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.KconfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFilesTest {
  @TempDir Path folder;
  private WorkFiles files = new WorkFiles(Path.of(""), null);

  @BeforeEach
  void inTheFolder() {
    files = new WorkFiles(folder, null);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  @Test
  void writesAndReads() throws IOException {
    files.write("a/b", ByteText.bytes("\377\n"));
    assertThat(files.read("a/b")).containsExactly(0xff, '\n');
    assertThat(files.holds("a/b", ByteText.bytes("\377\n"))).isTrue();
    assertThat(files.holds("a/b", ByteText.bytes("\376\n"))).isFalse();
    assertThat(files.read("a/none")).isNull();
    assertThat(files.read("")).isNull();
  }

  @Test
  void keepsTheOldFileUnderAnotherName() throws IOException {
    for (String text : List.of("one", "two", "two", "three")) {
      files.write("f", ByteText.bytes(text), "f.old");
    }
    assertThat(files.read("f")).asString().isEqualTo("three");
    assertThat(files.read("f.old")).asString().isEqualTo("two");
    assertThat(names()).containsExactly("f", "f.old");
  }

  @Test
  void oldFileUnderTwoNames() throws IOException {
    files.write("f", ByteText.bytes("one"));
    Files.createLink(folder.resolve("f.old"), folder.resolve("f"));
    files.write("f", ByteText.bytes("two"), "f.old");
    assertThat(files.read("f")).asString().isEqualTo("two");
    assertThat(files.read("f.old")).asString().isEqualTo("one");
    assertThat(names()).containsExactly("f", "f.old");
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    Files.createDirectories(folder.resolve("d/in"));
    assertThatThrownBy(() -> files.write("d", new byte[1]))
        .isInstanceOf(KconfigException.class)
        .hasMessageStartingWith("d: error[unwritable]: cannot write the file: ");
    files.write("f", ByteText.bytes("old"));
    assertThatThrownBy(() -> files.write("f", new byte[1], "d"))
        .isInstanceOf(KconfigException.class);
    assertThat(files.read("f")).asString().isEqualTo("old");
    assertThat(names()).containsExactly("d", "f");
  }

  @Test
  void looksInTheTreeToo() throws IOException {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Files.writeString(tree.resolve("x"), "x");
    WorkFiles both = new WorkFiles(folder, tree);
    assertThat(both.read("x")).asString().isEqualTo("x");
    assertThat(both.read("/x")).isNull();
  }

  @Test
  void nameEndsAtANul() throws IOException {
    files.write("f", ByteText.bytes("x"));
    assertThat(files.read("f\0more")).asString().isEqualTo("x");
  }

  @Test
  void fileInThePlaceOfADirectory() throws IOException {
    files.write("f", ByteText.bytes("x"));
    assertThat(files.read("f/more")).isNull();
    assertThatThrownBy(() -> files.write("f/more", new byte[0]))
        .isInstanceOf(KconfigException.class);
  }
}
