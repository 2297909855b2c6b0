package dev.unprobed.app.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

final class NumbersTest {
  @Test
  void fourOfTwoBitsFillAByteFromBelow() {
    assertThat(packed(1, 2, 3, 0, 1)).isEqualTo("2:" + base64(0b00_11_10_01, 1));
  }

  @Test
  void theLargestDecidesOnTheWidth() {
    assertThat(packed(3, 4)).isEqualTo("8:" + base64(3, 4));
    assertThat(packed(1, 256)).isEqualTo("16:" + base64(1, 0, 0, 1));
    assertThat(packed(65_536)).isEqualTo("32:" + base64(0, 0, 1, 0));
  }

  @Test
  void growsBeyondItsFirstRoom() {
    Numbers numbers = new Numbers();
    for (int i = 0; i < 1000; i++) {
      numbers.add(i);
    }
    byte[] bytes = Base64.getDecoder().decode(numbers.packed().substring("16:".length()));
    assertThat(bytes).hasSize(2000).endsWith(999 & 0xff, 999 >> 8);
  }

  @Test
  void nothingIsNothing() {
    assertThat(packed()).isEqualTo("2:");
  }

  @Test
  void refusesWhatIsNegative() {
    assertThatThrownBy(() -> packed(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String packed(int... values) {
    Numbers numbers = new Numbers();
    for (int value : values) {
      numbers.add(value);
    }
    return numbers.packed();
  }

  private static String base64(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return Base64.getEncoder().encodeToString(all);
  }
}
