package dev.unprobed.board;

import static dev.unprobed.board.FakeKernel.driver;
import static dev.unprobed.board.FakeKernel.platform;
import static dev.unprobed.board.FakeKernel.providing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.board.boot.Phase;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Driver.Registration;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.MadeDevice.When;
import dev.unprobed.kernel.unit.Provision;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardAnalysisTest {
  private static final String SOC =
      "#address-cells = <1>; #size-cells = <1>; compatible = \"acme,board\";";

  private static BoardAnalysis run(Kernel kernel, String tree) {
    return run(kernel, tree, ModulePolicy.NONE);
  }

  private static BoardAnalysis run(Kernel kernel, String tree, ModulePolicy policy) {
    return BoardAnalysis.of(kernel, Board.of(Trees.of(SOC + tree)), policy);
  }

  private static DriverReport report(BoardAnalysis analysis, String label) {
    return analysis.drivers().stream()
        .filter(d -> d.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static Verdict verdict(BoardAnalysis analysis, String label) {
    return report(analysis, label).verdict();
  }

  @Test
  void goesDownThroughTransparentBusesOnly() {
    Kernel kernel =
        new FakeKernel()
            .with(platform("uart", "acme,uart"))
            .with(platform("far", "acme,far"))
            .kernel();
    BoardAnalysis analysis =
        run(
            kernel,
            """
            soc { compatible = "simple-bus"; #address-cells = <1>; #size-cells = <1>; ranges;
              uart@1000 { compatible = "acme,uart"; reg = <0x1000 4>; }; };
            other { compatible = "acme,other"; far { compatible = "acme,far"; }; };
            """);
    assertThat(verdict(analysis, "platform/uart")).isEqualTo(Verdict.BOUND);
    assertThat(report(analysis, "platform/uart").devices()).containsExactly("1000.uart");
    assertThat(verdict(analysis, "platform/far")).isEqualTo(Verdict.POSSIBLE);
    assertThat(report(analysis, "platform/far").reason()).contains("/other/far");
  }

  @Test
  void seesNothingBelowWhatIsDisabled() {
    BoardAnalysis analysis =
        run(
            new FakeKernel().with(platform("uart", "acme,uart")).kernel(),
            """
            soc { compatible = "simple-bus"; status = "disabled"; uart { compatible = "acme,uart"; }; };
            uart { compatible = "acme,uart"; status = "fail"; };
            """);
    assertThat(verdict(analysis, "platform/uart")).isEqualTo(Verdict.DEAD);
    assertThat(analysis.nodes()).isEmpty();
  }

  @Test
  void takesTheDriverThatRegistersFirst() {
    Kernel kernel =
        new FakeKernel()
            .with(driver("platform", "late", 7, List.of(), Set.of(), "acme,special"))
            .with(driver("platform", "early", 4, List.of(), Set.of(), "acme,general"))
            .kernel();
    BoardAnalysis analysis = run(kernel, "x { compatible = \"acme,special\", \"acme,general\"; };");
    assertThat(analysis.labels(Verdict.BOUND)).containsExactly("platform/early");
    assertThat(analysis.labels(Verdict.POSSIBLE)).containsExactly("platform/late");
  }

  @Test
  void makesChildrenOnceTheirParentIsBound() {
    Driver adapter = providing(Provision.I2C_ADAPTER, "adapter", "acme,i2c");
    Driver byTable = driver("i2c", "pmic", 6, List.of(new DeviceId.Name("pmic9")), Set.of());
    String tree =
        "i2c { compatible = \"acme,i2c\"; #address-cells = <1>; #size-cells = <0>;"
            + " pmic@9 { compatible = \"acme,pmic9\"; reg = <9>; }; };";
    assertThat(
            run(new FakeKernel().with(adapter).with(byTable).kernel(), tree).labels(Verdict.BOUND))
        .containsExactly("i2c/pmic", "platform/adapter");
    assertThat(verdict(run(new FakeKernel().with(byTable).kernel(), tree), "i2c/pmic"))
        .isEqualTo(Verdict.POSSIBLE);
  }

  @Test
  void defersBehindASupplierThatNeverBinds() {
    Kernel kernel =
        new FakeKernel()
            .with(platform("user", "acme,user"))
            .with(platform("middle", "acme,middle"))
            .kernel();
    String tree =
        """
        user { compatible = "acme,user"; vcc-supply = <&middle>; };
        middle: middle { compatible = "acme,middle"; vin-supply = <&ldo>; };
        pmic { compatible = "acme,pmic"; regulators { ldo: ldo { }; }; };
        """;
    BoardAnalysis analysis = run(kernel, tree);
    assertThat(analysis.labels(Verdict.DEFERRED))
        .containsExactly("platform/middle", "platform/user");
    assertThat(report(analysis, "platform/user").reason()).contains("/middle (vcc-supply)");
    assertThat(report(analysis, "platform/middle").reason()).contains("/pmic");
  }

  @Test
  void waitsNoLongerThanTheTimeoutForADeviceWithoutDriver() {
    Kernel kernel = new FakeKernel().with(platform("user", "acme,user")).kernel();
    String tree =
        "user { compatible = \"acme,user\"; %s = <&sup>; };"
            + " sup: s { compatible = \"acme,s\"; #power-domain-cells = <0>; };";
    assertThat(verdict(run(kernel, tree.formatted("vcc-supply")), "platform/user"))
        .isEqualTo(Verdict.POSSIBLE);
    assertThat(verdict(run(kernel, tree.formatted("pinctrl-0")), "platform/user"))
        .isEqualTo(Verdict.DEFERRED);
    BoardAnalysis pins =
        run(
            kernel,
            tree.formatted("pinctrl-0").replace("sup: s {", "sup: s { pinctrl-use-default;"));
    assertThat(verdict(pins, "platform/user")).isEqualTo(Verdict.BOUND);
    assertThat(pins.boot().getLast().phase()).isEqualTo(Phase.TIMEOUT);
    BoardAnalysis domain = run(kernel, tree.formatted("power-domains"));
    assertThat(domain.devices(DeviceReport.State.FAILS)).hasSize(1);
    assertThat(report(domain, "platform/user").reason()).startsWith("its probe fails: /s (power");
  }

  @Test
  void bindsAtLateWhatHadToWait() {
    Kernel kernel =
        new FakeKernel()
            .with(driver("platform", "clk", 6, List.of(), Set.of(), "acme,clk"))
            .with(driver("platform", "user", 4, List.of(), Set.of(), "acme,user"))
            .kernel();
    BoardAnalysis analysis =
        run(
            kernel,
            "user { compatible = \"acme,user\"; clocks = <&clk>; };"
                + " clk: clk { compatible = \"acme,clk\"; #clock-cells = <0>; };");
    assertThat(analysis.boot())
        .extracting(bind -> bind.driver().label() + "@" + bind.phase().label())
        .containsExactly("platform/clk@device", "platform/user@late");
  }

  @Test
  void doesNotWaitForDeclaredClocksNorInCycles() {
    Kernel kernel =
        new FakeKernel()
            .declaring("__clk_of_table", "fixed-clock")
            .with(platform("a", "acme,a"))
            .with(platform("b", "acme,b"))
            .kernel();
    BoardAnalysis analysis =
        run(
            kernel,
            """
            osc: osc { compatible = "fixed-clock"; #clock-cells = <0>; };
            a: a { compatible = "acme,a"; clocks = <&osc>; vcc-supply = <&b>; };
            b: b { compatible = "acme,b"; vin-supply = <&a>; };
            """);
    assertThat(analysis.labels(Verdict.BOUND)).containsExactly("platform/a", "platform/b");
    assertThat(analysis.nodes().getFirst().state()).isEqualTo(NodeReport.State.DECLARED);
  }

  @Test
  void knowsTheIdOfAPrimeCell() {
    Driver uart =
        driver("amba", "uart", 6, List.of(new DeviceId.Masked(0x41011, 0xfffff)), Set.of());
    Driver rtc = driver("amba", "rtc", 6, List.of(new DeviceId.Masked(0x41031, 0xfffff)), Set.of());
    Kernel kernel = new FakeKernel().with(uart).with(rtc).kernel();
    BoardAnalysis analysis =
        run(kernel, "uart@1 { compatible = \"arm,pl011\", \"arm,primecell\"; reg = <1 1>; };");
    assertThat(analysis.labels(Verdict.BOUND)).containsExactly("amba/uart");
    assertThat(analysis.labels(Verdict.DEAD)).containsExactly("amba/rtc");
    BoardAnalysis unknown =
        run(kernel, "x@1 { compatible = \"acme,x\", \"arm,primecell\"; reg = <1 1>; };");
    assertThat(unknown.labels(Verdict.POSSIBLE)).containsExactly("amba/rtc", "amba/uart");
  }

  @Test
  void followsDevicesThatCodeMakes() {
    MadeDevice always = new MadeDevice("platform", "dummy", "", When.ALWAYS, "");
    MadeDevice cell = new MadeDevice("platform", "cell", "", When.PROBE, "platform/mfd");
    MadeDevice perhaps = new MadeDevice("platform", "perhaps", "", When.INIT, "");
    MadeDevice guessed = MadeDevice.perhaps("platform", "guessed", When.PROBE, "platform/mfd");
    Kernel kernel =
        new FakeKernel()
            .unit(
                FakeKernel.unit(
                    "maker",
                    Linkage.BUILT_IN,
                    List.of(platform("mfd", "acme,mfd")),
                    List.of(always, cell, perhaps, guessed),
                    List.of()))
            .with(platform("dummy"))
            .with(platform("cell"))
            .with(platform("perhaps"))
            .with(platform("guessed"))
            .with(platform("nobody"))
            .kernel();
    BoardAnalysis analysis = run(kernel, "mfd { compatible = \"acme,mfd\"; };");
    assertThat(analysis.labels(Verdict.BOUND))
        .containsExactly("platform/cell", "platform/dummy", "platform/mfd");
    assertThat(analysis.labels(Verdict.POSSIBLE))
        .containsExactly("platform/guessed", "platform/perhaps");
    assertThat(analysis.labels(Verdict.DEAD)).containsExactly("platform/nobody");
    assertThat(run(kernel, "").labels(Verdict.DEAD))
        .contains("platform/cell", "platform/guessed", "platform/mfd");
  }

  @Test
  void loadsTheModulesThatFit() {
    Driver i2c = providing(Provision.I2C_ADAPTER, "adapter", "acme,i2c");
    Kernel kernel =
        new FakeKernel()
            .unit(
                FakeKernel.unit(
                    "i2c_acme",
                    Linkage.MODULE,
                    List.of(i2c),
                    List.of(),
                    List.of("of:N*T*Cacme,i2cC*", "of:N*T*Cacme,i2c")))
            .unit(
                FakeKernel.unit(
                    "other",
                    Linkage.MODULE,
                    List.of(platform("other", "acme,other")),
                    List.of(),
                    List.of("of:N*T*Cacme,other")))
            .with(driver("i2c", "pmic", 6, List.of(), Set.of(), "acme,pmic"))
            .kernel();
    String tree =
        "i2c { compatible = \"acme,i2c\"; #address-cells = <1>; #size-cells = <0>;"
            + " pmic@9 { compatible = \"acme,pmic\"; reg = <9>; }; };";
    BoardAnalysis with = run(kernel, tree, ModulePolicy.MATCHING);
    assertThat(with.labels(Verdict.BOUND)).containsExactly("i2c/pmic", "platform/adapter");
    assertThat(with.labels(Verdict.DEAD)).containsExactly("platform/other");
    BoardAnalysis without = run(kernel, tree);
    assertThat(without.nodes().getFirst().state()).isEqualTo(NodeReport.State.MODULE);
    assertThat(without.labels(Verdict.POSSIBLE)).containsExactly("i2c/pmic");
  }

  @Test
  void callsNoDriverDeadOnABusThatTheBoardMayHave() {
    Driver host = providing(Provision.PCI_HOST, "host", "acme,pcie");
    Driver nic = driver("pci", "nic", 6, List.of(new DeviceId.Alias("pci:v*")), Set.of());
    Kernel kernel = new FakeKernel().with(host).with(nic).kernel();
    assertThat(verdict(run(kernel, "pcie { compatible = \"acme,pcie\"; };"), "pci/nic"))
        .isEqualTo(Verdict.POSSIBLE);
    assertThat(verdict(run(kernel, ""), "pci/nic")).isEqualTo(Verdict.DEAD);
  }

  @Test
  void takesDevicesThatSomebodyTellsOf() {
    Driver nic = driver("pci", "nic", 6, List.of(new DeviceId.Alias("pci:v00001AF4d*")), Set.of());
    Driver named = platform("named", "acme,none");
    Kernel kernel = new FakeKernel().with(nic).with(named).kernel();
    Board board = Board.of(Trees.of(SOC));
    BoardAnalysis told =
        BoardAnalysis.of(
            kernel,
            board.with(List.of("pci:v00001AF4d00001000sv1", "platform:named", "of:NxT(null)Cx")),
            ModulePolicy.NONE);
    assertThat(told.labels(Verdict.BOUND)).containsExactly("pci/nic", "platform/named");
    BoardAnalysis other =
        BoardAnalysis.of(kernel, board.with(List.of("pci:v00001234d1")), ModulePolicy.NONE);
    assertThat(other.labels(Verdict.BOUND)).isEmpty();
  }

  @Test
  void whatDoesNotAnswerIsNotBound() {
    Kernel kernel =
        new FakeKernel().with(platform("a", "acme,a")).with(platform("b", "acme,b")).kernel();
    Board board =
        Board.of(Trees.of(SOC + "a { compatible = \"acme,a\"; }; b { compatible = \"acme,b\"; };"));
    for (String silent : List.of("!acme,a", "!/a")) {
      BoardAnalysis told = BoardAnalysis.of(kernel, board.with(List.of(silent)), ModulePolicy.NONE);
      assertThat(told.labels(Verdict.BOUND)).containsExactly("platform/b");
      assertThat(told.labels(Verdict.DEFERRED)).containsExactly("platform/a");
    }
  }

  @Test
  void tellsWhatWaitsUnlessItsDriverCanDoWithout() {
    Kernel kernel =
        new FakeKernel()
            .with(platform("keys", "acme,keys"))
            .with(platform("user", "acme,u"))
            .kernel();
    BoardAnalysis analysis =
        run(
            kernel,
            """
            keys { compatible = "acme,keys"; up { gpios = <&gpio 1>; }; };
            user { compatible = "acme,u"; vcc-supply = <&gpio>; };
            gpio: gpio { compatible = "acme,gpio"; #gpio-cells = <1>; };
            """);
    assertThat(analysis.devices())
        .extracting(DeviceReport::state)
        .containsExactly(
            DeviceReport.State.WAITING, DeviceReport.State.WAITING, DeviceReport.State.UNMATCHED);
  }

  @Test
  void knowsTheStubOfTheGpioBus() {
    Driver pins = providing(Provision.GPIO_CHIP, "pins", "acme,pins");
    Driver stub = driver("gpio", "stub", 1, List.of(), Set.of());
    Kernel kernel = new FakeKernel().with(pins).with(stub).kernel();
    String banks = "pins { compatible = \"acme,pins\"; %s };";
    assertThat(verdict(run(kernel, banks.formatted("a { gpio-controller; };")), "gpio/stub"))
        .isEqualTo(Verdict.BOUND);
    assertThat(verdict(run(kernel, banks.formatted("")), "gpio/stub")).isEqualTo(Verdict.POSSIBLE);
    assertThat(verdict(run(kernel, ""), "gpio/stub")).isEqualTo(Verdict.DEAD);
  }

  @Test
  void callsNoDriverDeadWhoseTableIsNotKnown() {
    Driver odd =
        new Driver(
            "platform",
            "odd",
            List.of(),
            List.of(),
            true,
            List.of(),
            6,
            Registration.ALWAYS,
            false,
            Set.of(),
            0);
    assertThat(verdict(run(new FakeKernel().with(odd).kernel(), ""), "platform/odd"))
        .isEqualTo(Verdict.POSSIBLE);
  }

  @Test
  void isNotCertainOfWhatRegistersOnlyPerhaps() {
    Driver sure = platform("sure", "acme,x");
    Driver maybe =
        new Driver(
            "platform",
            "maybe",
            sure.compatibles(),
            List.of(),
            false,
            List.of(),
            4,
            Registration.PERHAPS,
            false,
            Set.of(),
            0);
    BoardAnalysis analysis =
        run(new FakeKernel().with(maybe).with(sure).kernel(), "x { compatible = \"acme,x\"; };");
    assertThat(analysis.labels(Verdict.POSSIBLE))
        .containsExactly("platform/maybe", "platform/sure");
    assertThat(report(analysis, "platform/sure").reason()).contains("platform/maybe may take it");
  }

  @Test
  void leavesATransparentBusWithANameOfItsOwnToItsDriver() {
    Driver pm = platform("pm-bus", "simple-pm-bus", "simple-bus", "simple-mfd");
    Kernel kernel = new FakeKernel().with(pm).with(platform("own", "acme,own")).kernel();
    BoardAnalysis analysis =
        run(
            kernel,
            "a { compatible = \"simple-bus\"; }; b { compatible = \"acme,own\", \"simple-mfd\"; };");
    assertThat(report(analysis, "platform/pm-bus").devices()).containsExactly("a");
    assertThat(report(analysis, "platform/own").devices()).containsExactly("b");
  }
}
