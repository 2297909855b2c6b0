package dev.unprobed.kernel.modinfo;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.fuzz.Damage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Any bytes, taken for each of the lists in /lib/modules. */
class ModuleListsFuzzTest {
  private static final String GOOD =
      """
      # comment
      kernel/drivers/a-b.ko: kernel/lib/c.ko.xz kernel/d.ko
      kernel/lib/c.ko.xz:
      alias of:N*T*Cvendor,one a_b
      kernel/drivers/d.ko
      """;

  /** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void any(byte[] bytes) {
    read(bytes);
  }

  @Test
  void damaged() {
    Damage.all(GOOD.getBytes(StandardCharsets.ISO_8859_1), ModuleListsFuzzTest::read);
  }

  private static void read(byte[] bytes) {
    Bytes file = Bytes.of("victim", bytes);
    ModuleLists.installed(file).forEach(ModuleLists::name);
    ModuleLists.built(file);
    ModuleLists.aliases(file);
    refusedOrRead(() -> Modinfo.of(file).byModule());
    refusedOrRead(() -> ModuleLists.depends(file));
  }

  private static void refusedOrRead(Runnable use) {
    try {
      use.run();
    } catch (MalformedInput refused) {
      Assertions.assertTrue(refused.offset() >= 0, refused.check());
    }
  }
}
