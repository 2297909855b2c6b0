package dev.unprobed.kconfig.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.GenerationDetector;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few words stand for the whole of a conf's sources. */
class GrammarTest {
  @TempDir Path folder = Path.of("");

  private GenerationDetector.Found found(String... namesAndWords) {
    SmallTree tree = new SmallTree(folder, "");
    for (int i = 0; i < namesAndWords.length; i += 2) {
      tree.file(namesAndWords[i], namesAndWords[i + 1]);
    }
    return GenerationDetector.find(folder);
  }

  @Test
  void projects() {
    assertThat(found("support/kconfig/confdata.c", "getenv(\"BR2_CONFIG\")").dialect())
        .isEqualTo(Dialect.BUILDROOT);
  }

  @Test
  void busyBox() {
    assertThat(found("scripts/kconfig/confdata.c", "# Busybox version: %s").generation())
        .isEqualTo(Generation.BUSYBOX);
  }

  @Test
  void uBoot() {
    assertThat(found("scripts/kconfig/confdata.c", "p[strlen(p) - 1] != '\"'").generation())
        .isEqualTo(Generation.U_BOOT);
  }

  @Test
  void coreboot() {
    assertThat(found("util/kconfig/confdata.c", "getenv(\"KCONFIG_NEGATIVES\")").generation())
        .isEqualTo(Generation.COREBOOT);
  }

  @Test
  void kernelsBefore50HaveNoLexerOfThatName() {
    assertThat(found("scripts/kconfig/confdata.c", "").generation())
        .isEqualTo(Generation.LINUX_4_17);
    assertThat(found("scripts/kconfig/preprocess.c", "").generation())
        .isEqualTo(Generation.LINUX_4_20);
  }

  @Test
  void kernelsWithOptions() {
    String lexer = "\"option\" \"optional\" ";
    assertThat(
            found("scripts/kconfig/lexer.l", lexer, "scripts/kconfig/confdata.c", "").generation())
        .isEqualTo(Generation.LINUX_5_10);
  }

  @Test
  void byTheMakefileWithoutSources() {
    assertThat(found("Makefile", "VERSION = 5\nPATCHLEVEL = 15\n").generation())
        .isEqualTo(Generation.LINUX_5_13);
    assertThat(found("Makefile", "VERSION = 6\nPATCHLEVEL = 12\n").generation())
        .isEqualTo(Generation.LINUX_6_12);
  }
}
