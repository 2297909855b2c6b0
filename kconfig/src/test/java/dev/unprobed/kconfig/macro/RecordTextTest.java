package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class RecordTextTest {
  @Test
  void anyBytesComeBack() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      String value = bytes(random);
      String line = RecordText.escape(value);
      assertThat(line).as("seed %d", seed).doesNotContain("\n").isEqualTo(line.strip());
      assertThat(RecordText.unescape(line)).as("seed %d", seed).isEqualTo(value);
    }
  }

  private static String bytes(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(8); left > 0; left--) {
      text.append(
          random.nextBoolean() ? "\\ \n\tx".charAt(random.nextInt(5)) : (char) random.nextInt(256));
    }
    return text.toString();
  }

  @Test
  void theTreeIsFoundAsAWholePathOnly() {
    TreePath tree = new TreePath("/src/linux");
    assertThat(tree.hide("/src/linux /src/linux/a -I/src/linux:/src/linux"))
        .isEqualTo("$(srctree) $(srctree)/a -I/src/linux:$(srctree)");
    assertThat(tree.hide("/src/linux-6.1 /usr/src/linux /src/linux2"))
        .isEqualTo("/src/linux-6.1 /usr/src/linux /src/linux2");
    assertThat(tree.show("$(srctree)/a")).isEqualTo("/src/linux/a");
    assertThat(new TreePath(".").hide("./a.")).isEqualTo("./a.");
  }
}
