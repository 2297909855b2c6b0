package dev.unprobed.app.badinput;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody may give unprobed reclaim run. */
class RunTest {
  /** As much of an Image as is looked at: its magic number, 56 bytes on. */
  private static final String IMAGE = "-".repeat(56) + "ARMd";

  @TempDir Path folder;

  private Program program() throws Exception {
    return new Program(folder).file("Image", IMAGE).file("text", "no image, no device tree\n");
  }

  @Test
  void kernelThatIsNone() throws Exception {
    program().run("reclaim", "run", "--board", "virt", "--kernel", "nowhere").refused("no-image");
    program().run("reclaim", "run", "--board", "virt", "--kernel", "text").refused("no-image");
  }

  @Test
  void filesThatAreNotThere() throws Exception {
    program()
        .run("reclaim", "run", "--board", "virt", "--kernel", "Image", "--module", "no.ko")
        .refused("no-file");
    program()
        .run("reclaim", "run", "--board", "virt", "--kernel", "Image", "--dtb", "no.dtb")
        .refused();
  }

  @Test
  void deviceTreeThatIsNone() throws Exception {
    program()
        .run("reclaim", "run", "--board", "virt", "--kernel", "Image", "--dtb", "text")
        .refused();
  }

  @Test
  void deviceTreeOfTwoBoards() throws Exception {
    program()
        .run(
            "reclaim",
            "run",
            "--kernel",
            "Image",
            "--board",
            "virt",
            "--board",
            "xlnx-versal-virt",
            "--dump-dtb",
            "out.dtb")
        .refused("one-board");
  }

  @Test
  void compilerThatIsNotInstalled() throws Exception {
    program()
        .run("reclaim", "run", "--board", "virt", "--kernel", "Image", "--compiler", "no-such-cc")
        .refused("no-program");
  }
}
