package dev.unprobed.app.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody may give unprobed reclaim plan. */
class PlanTest {
  @TempDir Path folder;

  private Program program() throws Exception {
    return new Program(folder)
        .file("build/.config", "CONFIG_X=y\n")
        .file("build/include/generated/autoconf.h", "");
  }

  @Test
  void folderThatIsNoBuild() throws Exception {
    program().run("reclaim", "plan", "--kernel", "nowhere").refused("no-build-tree");
  }

  @Test
  void buildWithoutObjects() throws Exception {
    program().run("reclaim", "plan", "--kernel", "build").refused("empty-tree");
  }

  @Test
  void pageOfNoSize() throws Exception {
    assertThat(
            program()
                .run("reclaim", "plan", "--kernel", "build", "--page-size", "5K")
                .refused("page-size")
                .err())
        .contains("4K, 16K or 64K");
  }

  @Test
  void filesThatAreNotThere() throws Exception {
    program().run("reclaim", "plan", "--kernel", "build", "--modules", "no").refused("no-file");
    program().run("reclaim", "plan", "--kernel", "build", "--observed", "no").refused("no-file");
    program().run("reclaim", "plan", "--kernel", "build", "--dtb", "no").refused();
  }

  @Test
  void noKernel() throws Exception {
    program().run("reclaim", "plan").refused("arguments");
  }
}
