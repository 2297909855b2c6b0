package dev.unprobed.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel's own conf, asked many times. */
class TreeConfTest {
  private static final Path ARCHIVE = Path.of("/usr/src/linux-source-6.12.tar.xz");

  @TempDir static Path tree;

  @BeforeAll
  static void unpackConf() throws Exception {
    boolean there = Files.exists(ARCHIVE);
    if (!there) {
      System.out.println("SKIPPED: no " + ARCHIVE + "; apt install linux-source-6.12");
    }
    assumeTrue(there || "true".equals(System.getenv("CI")));
    Process tar =
        new ProcessBuilder(
                "tar",
                "xJf",
                ARCHIVE.toString(),
                "-C",
                tree.toString(),
                "--strip-components=1",
                "--wildcards",
                "linux-source-6.12/scripts/kconfig/*.[chly]",
                "linux-source-6.12/scripts/include/*.h")
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
  }

  private static TreeConf conf(String kconfig) throws IOException, Unbuildable {
    Files.writeString(tree.resolve("Kconfig"), kconfig);
    return TreeConf.build(tree, "Kconfig", Map.of("PATH", "/usr/bin:/bin", "ARCH", "arm64"));
  }

  @Test
  void answersEachConfigurationAnewAndAsksTheShellOnce() throws Exception {
    String kconfig =
        """
        asked := $(shell,echo asked >> asked; echo y)
        config A
        	bool "a"
        	select B
        config B
        	bool "b"
        	depends on C
        config C
        	bool "c"
        config SHELL
        	def_bool $(asked)
        """;
    try (TreeConf conf = conf(kconfig)) {
      TreeConf.Answer unmet = conf.olddefconfig("CONFIG_A=y\n# CONFIG_C is not set\n");
      TreeConf.Answer met = conf.olddefconfig("# CONFIG_A is not set\nCONFIG_C=y\n");

      assertThat(unmet.status()).isZero();
      assertThat(unmet.messages()).contains("unmet direct dependencies detected for B");
      assertThat(unmet.config())
          .contains("CONFIG_A=y", "CONFIG_B=y", "# CONFIG_C is not set", "CONFIG_SHELL=y");
      assertThat(met.status()).isZero();
      assertThat(met.messages()).isEmpty();
      assertThat(met.config())
          .contains("# CONFIG_A is not set", "# CONFIG_B is not set", "CONFIG_C=y");
      assertThat(tree.resolve("asked")).hasContent("asked");
      assertThat(tree.resolve("include")).doesNotExist();
    }
  }

  @Test
  void saysTheSameOfFilesThatItCannotReadEachTime() throws Exception {
    try (TreeConf conf = conf("config A\n\tnonsense\n")) {
      for (int i = 0; i < 2; i++) {
        TreeConf.Answer answer = conf.olddefconfig("CONFIG_A=y\n");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.messages()).contains("Kconfig:");
        assertThat(answer.config()).isEqualTo("CONFIG_A=y\n");
      }
    }
  }
}
