package dev.unprobed.kernel.link;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.fuzz.Damage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Any text, taken for a linker script, and for the map of a linker. */
class ScriptFuzzTest {
  private static final String GOOD = SmallLink.SCRIPT;

  /** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void any(byte[] bytes) {
    read(bytes);
  }

  @Test
  void damaged() {
    Damage.all(GOOD.getBytes(StandardCharsets.ISO_8859_1), ScriptFuzzTest::read);
  }

  private static void read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    LinkMap.parse(text.lines().toList());
    try {
      ScriptReader.read("victim.lds", text);
    } catch (MalformedInput refused) {
      Assertions.assertTrue(refused.offset() >= 0, refused.check());
    }
  }
}
