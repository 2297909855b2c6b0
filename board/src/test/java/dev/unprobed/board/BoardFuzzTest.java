package dev.unprobed.board;

import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.unit.Provision;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Boards that nobody has built. Jazzer's inputs are new ones with JAZZER_FUZZ=1. */
class BoardFuzzTest {
  private static final KernelIndex KERNEL =
      KernelIndex.of(
          new FakeKernel()
              .declaring("__clk_of_table", "fixed-clock")
              .with(FakeKernel.providing(Provision.I2C_ADAPTER, "i2c", "acme,i2c"))
              .with(FakeKernel.providing(Provision.PLATFORM_CHILDREN, "bus", "acme,bus"))
              .with(FakeKernel.driver("i2c", "pmic", 4, List.of(), Set.of(), "acme,pmic"))
              .kernel());

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void board(byte[] blob) {
    analyse(blob);
  }

  /** Phandles and counts of cells that lie, in a tree that is otherwise sound. */
  @Test
  void survivesChance() {
    long seed = 4711;
    System.out.println("BoardFuzzTest: seed " + seed);
    Random random = new Random(seed);
    byte[] good =
        Trees.blob(
            """
            #address-cells = <1>; #size-cells = <1>; interrupt-parent = <&gic>;
            gic: gic { interrupt-controller; #interrupt-cells = <1>; };
            osc: osc { compatible = "fixed-clock"; #clock-cells = <1>; };
            map: map { #interrupt-cells = <1>; #address-cells = <1>; interrupt-map = <0 1 &gic 2>; };
            soc { compatible = "simple-bus"; ranges = <1 2 3>; #address-cells = <1>; #size-cells = <1>;
              i2c: i2c@1 { compatible = "acme,i2c"; reg = <1 1>; clocks = <&osc 1>; interrupts = <3>;
                #address-cells = <1>; #size-cells = <0>;
                pmic@2 { compatible = "acme,pmic"; reg = <2>; vin-supply = <&ldo>; }; };
              bus { compatible = "acme,bus"; ldo: ldo { in-supply = <&i2c>; }; x { compatible = "acme,bus"; }; }; };
            """);
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      for (int k = random.nextInt(3); k >= 0; k--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(8);
      }
      analyse(bad);
    }
  }

  private static void analyse(byte[] blob) {
    try {
      Board board = Board.of(DeviceTree.read(Bytes.of("fuzz.dtb", blob)));
      BoardAnalysis.of(KERNEL, board, ModulePolicy.MATCHING);
    } catch (MalformedInput refused) {
      // as it should
    }
  }
}
