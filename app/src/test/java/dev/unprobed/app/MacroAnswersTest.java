package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.macro.MacroCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacroAnswersTest {
  @TempDir Path folder;

  @Test
  void aTreeThatCannotBeWrittenHasAFolderElsewhere() throws IOException {
    Path tree = folder.resolve("tree");
    MacroCache cache = MacroCache.in(folder.resolve("cache/macros"));
    Path scratch = MacroAnswers.scratch(tree, cache);
    assertThat(scratch).isEqualTo(folder.resolve("cache/scratch")).isDirectory();
    assertThat(MacroAnswers.scratch(tree, MacroCache.none())).isEqualTo(tree);
    Files.writeString(folder.resolve("file"), "");
    MacroCache nowhere = MacroCache.in(folder.resolve("file/macros"));
    assertThat(MacroAnswers.scratch(tree, nowhere)).isEqualTo(tree);
  }
}
