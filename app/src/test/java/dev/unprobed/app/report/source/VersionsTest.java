package dev.unprobed.app.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class VersionsTest {
  @Test
  void ordersByNumbers() {
    Stream<String> names =
        Stream.of("linux-source-6.12", "linux-source-6.9", "linux-source-6", "linux-source-6.9.1");

    assertThat(names.sorted(Versions.ORDER).toList())
        .containsExactly(
            "linux-source-6", "linux-source-6.9", "linux-source-6.9.1", "linux-source-6.12");
  }

  @Test
  void knowsWhatHasAVersion() {
    assertThat(Versions.has("linux-source-6.1_6.1.192-2")).isTrue();
    assertThat(Versions.has("linux-source")).isFalse();
    assertThat(Versions.has("tools")).isFalse();
  }
}
