package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind a program counts as much as the program. */
final class ToolchainsTest {
  private static final String COMPILE = "test-gcc -c -x c /dev/null";

  @TempDir Path folder = Path.of("");
  private CacheWorld world = new CacheWorld(Path.of(""));

  @BeforeEach
  void prepare() throws IOException {
    world = new CacheWorld(folder);
    Files.createDirectories(world.path("lib"));
    world.tool("test-as", ":");
    world.file("cc1", "1");
    world.tool(
        "test-gcc",
        """
        case $1 in
          -print-prog-name=cc1) echo %s ;;
          -print-prog-name=as) echo test-as ;;
          -print-search-dirs) echo "install: /"; echo "libraries: =%s/:/absent/" ;;
          *) echo compiled ;;
        esac
        """
            .formatted(world.path("cc1"), world.path("lib")));
  }

  @Test
  void compilerProperChanged() {
    world.load(COMPILE);
    world.file("cc1", "another");
    assertThat(world.isRemembered(COMPILE)).isFalse();
  }

  @Test
  void assemblerChanged() {
    world.load(COMPILE);
    world.tool("test-as", "exit 1");
    assertThat(world.isRemembered(COMPILE)).isFalse();
  }

  @Test
  void libraryInstalled() {
    world.load(COMPILE);
    assertThat(world.isRemembered(COMPILE)).isTrue();
    world.file("lib/crt1.o", "");
    assertThat(world.isRemembered(COMPILE)).isFalse();
  }

  @Test
  void pluginsInstalled() {
    world.load(COMPILE);
    world.file("lib/plugin/include/plugin-version.h", "");
    assertThat(world.isRemembered(COMPILE)).isFalse();
  }

  @Test
  void isAskedOnce() {
    world.load(COMPILE, COMPILE + " -O2");
    assertThat(world.lastCommands().stream().filter(c -> c.startsWith(Toolchains.QUESTION)))
        .hasSize(1);
    world.load(COMPILE + " -O3");
    assertThat(world.lastCommands().stream().filter(c -> c.startsWith(Toolchains.QUESTION)))
        .hasSize(1);
  }

  @Test
  void pythonModuleInstalled() throws IOException {
    Files.createDirectories(world.path("modules"));
    world.tool("python3", "echo " + world.path("modules"));
    String command = "python3 -c 'import lxml'";
    world.load(command);
    assertThat(world.isRemembered(command)).isTrue();
    world.file("modules/lxml", "");
    assertThat(world.isRemembered(command)).isFalse();
  }

  @Test
  void rustSourcesInstalled() {
    world.tool("rustc", "echo " + world.path("sysroot"));
    world.load("rustc --version");
    assertThat(world.isRemembered("rustc --version")).isTrue();
    world.file("sysroot/lib/rustlib/src/rust/library/core", "");
    assertThat(world.isRemembered("rustc --version")).isFalse();
  }

  @Test
  void otherRustChosen() {
    world.tool("rustc", "echo " + world.path("sysroot"));
    world.load("rustc --version");
    world.file(".rustup/settings.toml", "default");
    assertThat(world.isRemembered("rustc --version")).isFalse();
  }

  @Test
  void neighbourOfAScriptChanged() {
    Path script = world.program("scripts/cc-version.sh", "$(dirname $0)/min-tool-version.sh");
    world.program("scripts/min-tool-version.sh", "echo 1");
    world.load(script.toString());
    assertThat(world.isRemembered(script.toString())).isTrue();
    world.program("scripts/min-tool-version.sh", "echo 100");
    assertThat(world.isRemembered(script.toString())).isFalse();
  }

  @Test
  void toolOfAScriptChanged() {
    Path script = world.program("scripts/check.sh", "test-as --version");
    world.load(script.toString());
    world.tool("test-as", "exit 1");
    assertThat(world.isRemembered(script.toString())).isFalse();
  }
}
