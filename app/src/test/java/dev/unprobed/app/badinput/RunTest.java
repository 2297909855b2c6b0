package dev.unprobed.app.badinput;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody may give unprobed reclaim run. */
class RunTest {
  /** As much of an Image as is looked at: flags at 24, its magic number at 56. */
  private static final String IMAGE = image(0);

  private static final String PAGES_16 = image(2 << 1);

  private static String image(int flags) {
    return " ".repeat(24) + (char) flags + " ".repeat(31) + "ARMd";
  }

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
  void pagesThatTheBoardHasNot() throws Exception {
    new Program(folder)
        .file("Image", PAGES_16)
        .run("reclaim", "run", "--board", "raspi3b", "--kernel", "Image")
        .refused("no-such-pages");
  }

  @Test
  void modeThatIsNone() throws Exception {
    program()
        .run("reclaim", "run", "--board", "virt", "--kernel", "Image", "--mode", "quarantine:-5")
        .refused("unknown-mode");
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
