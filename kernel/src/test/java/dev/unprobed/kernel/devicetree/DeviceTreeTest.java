package dev.unprobed.kernel.devicetree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceTreeTest {
  static final String BOARD =
      """
      /dts-v1/;
      /memreserve/ 0x1000 0x2000;
      / {
        #address-cells = <1>;
        #size-cells = <1>;
        compatible = "acme,board", "acme,soc";
        odd = [01 02 03];
        empty;
        text = "quote\\" backslash\\\\ tab\\t", "", "more";
        high = /bits/ 8 <0xff 0x80 0 0>;
        aliases { serial0 = &uart; nowhere = "/none"; };
        chosen { stdout-path = "serial0:115200n8"; };
        soc: soc {
          compatible = "simple-bus";
          #address-cells = <1>;
          #size-cells = <1>;
          ranges;
          uart: serial@1000 { compatible = "acme,uart"; reg = <0x1000 0x100>; status = "okay"; };
          spi: spi@2000 { compatible = "acme,spi"; reg = <0x2000 0x100>; status = "disabled";
            clocks = <&clk 3 &clk 4>; };
        };
        clk: clock { compatible = "fixed-clock"; #clock-cells = <1>; };
      };
      """;

  @TempDir Path folder;

  private DeviceTree board() {
    return Dtc.read(Dtc.compile(folder, "board", BOARD));
  }

  @Test
  void findsNodesByPathAliasAndPhandle() {
    DeviceTree tree = board();
    Node uart = tree.at("/soc/serial@1000").orElseThrow();
    assertThat(tree.at("/soc/serial")).contains(uart);
    assertThat(tree.at("serial0")).contains(uart);
    assertThat(tree.stdout()).contains(uart);
    assertThat(tree.aliases()).containsOnlyKeys("serial0");
    assertThat(tree.byPhandle(uart.phandle().orElseThrow())).contains(uart);
    assertThat(tree.at("/soc/none")).isEmpty();
    assertThat(uart.path()).isEqualTo("/soc/serial@1000");
    assertThat(tree.root().path()).isEqualTo("/");
  }

  @Test
  void readsValues() {
    DeviceTree tree = board();
    assertThat(tree.root().compatible()).containsExactly("acme,board", "acme,soc");
    assertThat(tree.root().strings("text"))
        .containsExactly("quote\" backslash\\ tab\t", "", "more");
    Node spi = tree.at("/soc/spi").orElseThrow();
    Node clk = tree.at("/clock").orElseThrow();
    assertThat(tree.byPhandle(spi.cells("clocks")[2])).contains(clk);
    assertThat(spi.cells("clocks")).hasSize(4).endsWith(4);
    assertThat(spi.isAvailable()).isFalse();
    assertThat(clk.isAvailable()).isTrue();
    assertThat(tree.reservations()).containsExactly(new DeviceTree.Reservation(0x1000, 0x2000));
  }

  @Test
  void printsAsDtcDoes() {
    Path dtb = Dtc.compile(folder, "board", BOARD);
    assertThat(SourceTexts.normal(Dtc.read(dtb).source()))
        .isEqualTo(SourceTexts.normal(Dtc.decompile(dtb)));
  }

  @Test
  void seesTheNodesThatFdtdumpSees() {
    Path dtb = Dtc.compile(folder, "board", BOARD);
    long dumped = Dtc.run("fdtdump", dtb.toString()).lines().filter(l -> l.endsWith("{")).count();
    assertThat(Dtc.read(dtb).nodes().count()).isEqualTo(dumped);
  }

  @Test
  void readsTheOlderVersionToo() {
    Path dtb = Dtc.compile(folder, "board", BOARD);
    Path old = folder.resolve("old.dtb");
    Dtc.run(
        "dtc", "-q", "-I", "dtb", "-O", "dtb", "-V", "16", "-o", old.toString(), dtb.toString());
    assertThat(Dtc.read(old).source()).isEqualTo(Dtc.read(dtb).source());
  }
}
