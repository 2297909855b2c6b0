package dev.unprobed.kernel.tree;

import dev.unprobed.kernel.fuzz.Damage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Any line, taken for that of a .cmd file. */
class CommandFileFuzzTest {
  private static final String GOOD =
      "savedcmd_a/b.o := gcc -DX -DKBUILD_MODFILE='\"a/b-c\"' -DKBUILD_MODNAME=b\\ c -c a/b.c";

  /** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void any(byte[] bytes) {
    read(bytes);
  }

  @Test
  void damaged() {
    Damage.all(GOOD.getBytes(StandardCharsets.ISO_8859_1), CommandFileFuzzTest::read);
  }

  private static void read(byte[] bytes) {
    CommandFile.parse(new String(bytes, StandardCharsets.ISO_8859_1))
        .ifPresent(file -> {
          file.defined("KBUILD_MODFILE");
          file.defined("KBUILD_MODNAME");
        });
  }
}
