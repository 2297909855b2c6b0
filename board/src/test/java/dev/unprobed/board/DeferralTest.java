package dev.unprobed.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.unit.Demand;
import dev.unprobed.kernel.unit.Demand.Kind;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.MadeDevice.When;
import dev.unprobed.kernel.unit.Provision;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which devices wait for certain, and what is brought by what else has bound. */
final class DeferralTest {
  private static final String GPIO =
      "gpio: gpio { compatible = \"acme,gpio\"; #gpio-cells = <1>; #clock-cells = <1>; };";

  private static Driver driver(
      Set<Demand> demands, Set<String> populates, Set<Provision> provisions, String name) {
    return new Driver(
        "platform",
        name,
        List.of(new DeviceId.Compatible("", "", "acme," + name)),
        List.of(),
        false,
        List.of(),
        6,
        Driver.Registration.ALWAYS,
        false,
        provisions,
        demands,
        populates,
        0);
  }

  private static Driver demanding(String name, Demand... demands) {
    return driver(Set.of(demands), Set.of(), Set.of(), name);
  }

  private static BoardAnalysis run(FakeKernel kernel, String nodes) {
    return BoardAnalysis.of(kernel.kernel(), Board.of(Trees.of(nodes)), ModulePolicy.NONE);
  }

  private static Stream<String> named(BoardAnalysis analysis, DeviceReport.State state) {
    return analysis.devices(state).stream().map(DeviceReport::name);
  }

  @Test
  void whatADriverFailsWithoutIsWaitedForForEver() {
    FakeKernel kernel =
        new FakeKernel()
            .with(demanding("a", new Demand(Kind.GPIO, "reset", false)))
            .with(demanding("b", new Demand(Kind.GPIO, "other", false)))
            .with(demanding("c", new Demand(Kind.CLOCK, "bus", false)))
            .with(demanding("d", new Demand(Kind.GPIO, "", true)))
            .with(demanding("e", new Demand(Kind.GPIO, "sck", false)));
    BoardAnalysis analysis =
        run(
            kernel,
            """
            a { compatible = "acme,a"; reset-gpios = <&gpio 1>; };
            b { compatible = "acme,b"; reset-gpios = <&gpio 1>; };
            c { compatible = "acme,c"; clocks = <&gpio 0>, <&gpio 1>; clock-names = "x", "bus"; };
            d { compatible = "acme,d"; key { gpios = <&gpio 1>; }; };
            e { compatible = "acme,e"; gpio-sck = <&gpio 1>; };
            """
                + GPIO);
    assertThat(named(analysis, DeviceReport.State.DEFERRED)).containsExactly("a", "c", "d", "e");
    assertThat(named(analysis, DeviceReport.State.WAITING)).containsExactly("b");
    assertThat(analysis.labels(Verdict.DEFERRED))
        .containsExactly("platform/a", "platform/c", "platform/d", "platform/e");
  }

  /** As QEMU switches the firmware off that has a machine's clocks and power domains. */
  @Test
  void aProviderThatIsNotAvailableIsWaitedForForEverButForAPowerDomain() {
    FakeKernel kernel =
        new FakeKernel()
            .with(demanding("a"))
            .with(demanding("d"))
            .with(demanding("b", new Demand(Kind.CLOCK, "bus", false)))
            .with(demanding("c"));
    BoardAnalysis analysis =
        run(
            kernel,
            """
            a { compatible = "acme,a"; power-domains = <&fw 1>; };
            b { compatible = "acme,b"; clocks = <&fw 1>; clock-names = "bus"; };
            d { compatible = "acme,d"; power-domains = <&fw 1>; pinctrl-0 = <&pins>; };
            c { compatible = "acme,c"; clocks = <&fw 1>; power-domains = <&fw 1>, <&fw 2>; };
            fw: fw { compatible = "acme,fw"; status = "disabled"; #clock-cells = <1>;
              #power-domain-cells = <1>; p { compatible = "acme,p"; pins: pins { }; }; };
            """);
    assertThat(named(analysis, DeviceReport.State.DEFERRED)).containsExactly("b", "d");
    assertThat(named(analysis, DeviceReport.State.FAILS)).containsExactly("a");
    assertThat(analysis.labels(Verdict.POSSIBLE)).containsExactly("platform/a");
    assertThat(named(analysis, DeviceReport.State.BOUND)).containsExactly("c");
  }

  /** A device that code makes on every board, and whose probe finds nothing to do. */
  @Test
  void aDriverThatHasToIdleFailsWithoutStatesToIdleIn() {
    MadeDevice made = new MadeDevice("platform", "idle", "", When.ALWAYS, "");
    FakeKernel kernel =
        new FakeKernel()
            .unit(
                FakeKernel.unit(
                    "idle",
                    Linkage.BUILT_IN,
                    List.of(demanding("idle", new Demand(Kind.IDLE_STATES, "", false))),
                    List.of(made),
                    List.of()));
    BoardAnalysis without = run(kernel, "cpus { cpu@0 { device_type = \"cpu\"; }; };");
    assertThat(named(without, DeviceReport.State.FAILS)).containsExactly("idle");
    assertThat(without.labels(Verdict.POSSIBLE)).containsExactly("platform/idle");
    BoardAnalysis with =
        run(kernel, "cpus { cpu@0 { cpu-idle-states = <&off>; }; off: off { }; };");
    assertThat(with.labels(Verdict.BOUND)).containsExactly("platform/idle");
  }

  /** A chip that nobody has told of may be named by hand; what it makes has to be told then. */
  @Test
  void aDeviceThatIsNamedByHandBringsWhatItsDriverMakesForCertain() {
    Driver chip =
        new Driver(
            "i2c",
            "chip",
            List.of(new DeviceId.Compatible("", "", "acme,chip")),
            List.of(new DeviceId.Name("chip")),
            true,
            List.of(),
            6,
            Driver.Registration.ALWAYS,
            false,
            Set.of(),
            0);
    FakeKernel kernel =
        new FakeKernel()
            .unit(
                FakeKernel.unit(
                    "chip",
                    Linkage.BUILT_IN,
                    List.of(chip),
                    List.of(
                        new MadeDevice("platform", "sure", "", When.PROBE, "i2c/chip"),
                        MadeDevice.perhaps("platform", "guessed", When.PROBE, "i2c/chip")),
                    List.of()))
            .with(driver(Set.of(), Set.of(), Set.of(Provision.I2C_ADAPTER), "adapter"))
            .with(FakeKernel.platform("sure"))
            .with(FakeKernel.platform("guessed"));
    String adapter = "i2c { compatible = \"acme,adapter\"; %s };";
    assertThat(run(kernel, adapter.formatted("")).labels(Verdict.DEAD))
        .containsExactly("platform/guessed");
    String told = adapter.formatted("chip@1 { compatible = \"acme,chip\"; reg = <1>; };");
    assertThat(run(kernel, told).labels(Verdict.DEAD)).isEmpty();
  }

  @Test
  void aDeviceForEachChildHasTheChildsSuppliers() {
    MadeDevice domain =
        new MadeDevice("platform", "domain", "", When.PROBE, "platform/pmu", "domains", true);
    FakeKernel kernel =
        new FakeKernel()
            .unit(
                FakeKernel.unit(
                    "pmu", Linkage.BUILT_IN, List.of(demanding("pmu")), List.of(domain), List.of()))
            .with(demanding("domain", new Demand(Kind.GPIO, "power", false)));
    BoardAnalysis analysis =
        run(
            kernel,
            """
            pmu { compatible = "acme,pmu"; domains { #address-cells = <1>; #size-cells = <0>;
              d@0 { reg = <0>; }; d@3 { reg = <3>; power-gpios = <&gpio 1>; }; }; };
            """
                + GPIO);
    assertThat(named(analysis, DeviceReport.State.BOUND)).containsExactly("pmu", "domain.0");
    assertThat(named(analysis, DeviceReport.State.DEFERRED)).containsExactly("domain.3");
    assertThat(run(kernel, "pmu { compatible = \"acme,pmu\"; };").labels(Verdict.BOUND))
        .containsExactly("platform/pmu");
  }

  @Test
  void aDriverMayBringTheChildrenOfNodesThatItLooksFor() {
    FakeKernel kernel =
        new FakeKernel()
            .with(driver(Set.of(), Set.of("acme,bus"), Set.of(), "bridge"))
            .with(demanding("part"));
    String bus = "bus { compatible = \"acme,bus\"; part { compatible = \"acme,part\"; }; };";
    assertThat(run(kernel, bus + "bridge { compatible = \"acme,bridge\"; };").labels(Verdict.BOUND))
        .containsExactly("platform/bridge", "platform/part");
    assertThat(run(kernel, bus).labels(Verdict.BOUND)).isEmpty();
  }

  @Test
  void anRtcThatCanWakeBringsWhatLooksOutForOne() {
    MadeDevice alarm = new MadeDevice("platform", "alarm", "", When.PROBE, "class/rtc");
    FakeKernel kernel =
        new FakeKernel()
            .unit(
                FakeKernel.unit(
                    "alarm",
                    Linkage.BUILT_IN,
                    List.of(FakeKernel.platform("alarm")),
                    List.of(alarm),
                    List.of()))
            .with(driver(Set.of(), Set.of(), Set.of(Provision.RTC, Provision.WAKEUP), "waker"))
            .with(driver(Set.of(), Set.of(), Set.of(Provision.RTC), "sleeper"));
    assertThat(run(kernel, "r { compatible = \"acme,waker\"; };").labels(Verdict.BOUND))
        .containsExactly("platform/alarm", "platform/waker");
    assertThat(run(kernel, "r { compatible = \"acme,sleeper\"; };").labels(Verdict.POSSIBLE))
        .containsExactly("platform/alarm");
    assertThat(run(kernel, "").labels(Verdict.DEAD)).contains("platform/alarm");
  }
}
