package dev.unprobed.kernel.devicetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against fdtoverlay. */
class OverlayTest {
  private static final String OVERLAY =
      """
      /dts-v1/;
      /plugin/;
      &spi {
        status = "okay";
        #address-cells = <1>;
        #size-cells = <0>;
        flash: flash@0 { compatible = "acme,flash"; reg = <0>; clocks = <&clk 7>, <&osc>; };
      };
      &{/soc} {
        osc: oscillator { compatible = "fixed-clock"; #clock-cells = <0>; };
      };
      &flash { other = <&uart &flash>; };
      """;

  @TempDir Path folder;

  private DeviceTree read(String name, String source) {
    return Dtc.read(Dtc.compile(folder, name, source));
  }

  @Test
  void appliesAsFdtoverlayDoes() {
    Path base = Dtc.compile(folder, "base", DeviceTreeTest.BOARD);
    Path overlay = Dtc.compile(folder, "overlay", OVERLAY);
    Path expected = folder.resolve("expected.dtb");
    Dtc.run("fdtoverlay", "-i", base.toString(), "-o", expected.toString(), overlay.toString());
    DeviceTree merged = Dtc.read(base).with(Dtc.read(overlay));
    Path ours = Dtc.compile(folder, "ours", merged.source().replace("/ {", "/ {"));
    assertThat(Dtc.decompile(ours, "-s")).isEqualTo(Dtc.decompile(expected, "-s"));
  }

  @Test
  void leavesTheBaseAlone() {
    DeviceTree base = read("base", DeviceTreeTest.BOARD);
    String before = base.source();
    DeviceTree merged = base.with(read("overlay", OVERLAY));
    assertThat(base.source()).isEqualTo(before);
    assertThat(merged.at("/soc/spi@2000/flash@0")).isPresent();
    assertThat(merged.at("/soc/spi@2000").orElseThrow().isAvailable()).isTrue();
  }

  @Test
  void followsALabelOfAnEarlierOverlay() {
    String second = "/dts-v1/; /plugin/; &flash { late; };";
    DeviceTree merged =
        read("base", DeviceTreeTest.BOARD)
            .with(read("first", OVERLAY))
            .with(read("second", second));
    assertThat(merged.at("/soc/spi@2000/flash@0").orElseThrow().has("late")).isTrue();
  }

  @Test
  void refusesAnUnknownLabel() {
    DeviceTree base = read("base", DeviceTreeTest.BOARD);
    DeviceTree overlay = read("bad", "/dts-v1/; /plugin/; &none { a; };");
    assertThatThrownBy(() -> base.with(overlay))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("overlay-label"))
        .hasMessageContaining("none");
  }

  @Test
  void refusesATargetThatIsNotThere() {
    DeviceTree base = read("base", DeviceTreeTest.BOARD);
    DeviceTree overlay = read("bad", "/dts-v1/; /plugin/; &{/none} { a; };");
    assertThatThrownBy(() -> base.with(overlay))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("overlay-target"));
  }
}
