package dev.unprobed.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.source.KconfigException;
import org.junit.jupiter.api.Test;

final class PlatformTest {
  @Test
  void hasANameOrIsCalledByItsSymbol() {
    assertThat(Platform.parse("Rockchip=ARCH_ROCKCHIP"))
        .isEqualTo(new Platform("Rockchip", "ARCH_ROCKCHIP"));
    assertThat(Platform.parse("CONFIG_ARCH_ROCKCHIP"))
        .isEqualTo(new Platform("ARCH_ROCKCHIP", "ARCH_ROCKCHIP"));
  }

  @Test
  void refusesHalfOfIt() {
    assertThatThrownBy(() -> Platform.parse("Rockchip="))
        .isInstanceOf(KconfigException.class)
        .hasMessageContaining("is not NAME=SYMBOL");
  }
}
