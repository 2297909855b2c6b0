package dev.unprobed.board.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.board.Trees;
import dev.unprobed.kernel.devicetree.DeviceTree;
import org.junit.jupiter.api.Test;

class SysfsNameTest {
  @Test
  void translatesAddressesOrNamesTheWay() {
    DeviceTree tree =
        Trees.of(
            """
            #address-cells = <1>; #size-cells = <1>;
            soc { #address-cells = <1>; #size-cells = <1>; ranges = <0x7e000000 0x3f000000 0x1000000>;
              uart@7e201000 { reg = <0x7e201000 0x200>; }; power { }; outside@1 { reg = <1 1>; }; };
            plain { #address-cells = <1>; #size-cells = <1>; a@5 { reg = <5 1>; }; };
            leds { };
            """);
    assertThat(name(tree, "/soc/uart@7e201000")).isEqualTo("3f201000.uart");
    assertThat(name(tree, "/soc/power")).isEqualTo("soc:power");
    assertThat(name(tree, "/soc/outside@1")).isEqualTo("soc:outside@1");
    assertThat(name(tree, "/plain/a@5")).isEqualTo("plain:a@5");
    assertThat(name(tree, "/leds")).isEqualTo("leds");
  }

  private static String name(DeviceTree tree, String path) {
    return SysfsName.of(tree.at(path).orElseThrow());
  }
}
