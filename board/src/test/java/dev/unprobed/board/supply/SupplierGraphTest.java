package dev.unprobed.board.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.board.Trees;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplierGraphTest {
  private static List<String> links(String tree, String consumer, List<Binding> bindings) {
    DeviceTree parsed = Trees.of(tree);
    Node node = parsed.at(consumer).orElseThrow();
    return SupplierGraph.of(parsed, bindings, false).of(node).stream()
        .map(l -> l.property() + " " + l.supplier().path() + (l.cycle() ? " cycle" : ""))
        .toList();
  }

  private static List<String> links(String tree, String consumer) {
    return links(tree, consumer, Bindings.linux61());
  }

  @Test
  void readsPhandlesWithTheirArguments() {
    assertThat(
            links(
                """
                a: a { #clock-cells = <1>; }; b: b { #clock-cells = <0>; };
                c { clocks = <&a 7 &b>, <&b>; vcc-supply = <&b>; reset-gpios = <0>, <&g 1 2>;
                  enable-gpio = <&g 1 2>; nr-gpios = <&b>; x,nr-gpios = <1>; dmas = <&a>; };
                g: g { #gpio-cells = <2>; };
                """,
                "/c"))
        .containsExactly("clocks /a", "clocks /b", "clocks /b", "vcc-supply /b", "enable-gpio /g");
  }

  @Test
  void stopsWhereArgumentsAreNotWhole() {
    assertThat(links("a: a { #clock-cells = <3>; }; c { clocks = <&a 1 2>; };", "/c")).isEmpty();
    assertThat(links("a: a { }; c { clocks = <&a>; };", "/c")).isEmpty();
    assertThat(links("a: a { #clock-cells = <0x7ffffff0>; }; c { clocks = <&a>; };", "/c"))
        .isEmpty();
  }

  @Test
  void makesNoLinkToWhatIsDisabled() {
    assertThat(links("off { status = \"disabled\"; a: a { }; }; c { vcc-supply = <&a>; };", "/c"))
        .isEmpty();
  }

  @Test
  void followsInterruptsThroughParentsAndMaps() {
    String tree =
        """
        interrupt-parent = <&gic>; #address-cells = <1>; #size-cells = <1>;
        gic: gic { interrupt-controller; #interrupt-cells = <1>; #address-cells = <0>; };
        combiner: combiner { interrupt-controller; #interrupt-cells = <2>; interrupts = <3>; };
        plain@1 { reg = <1 1>; interrupts = <5>; };
        extended { interrupts-extended = <&combiner 1 2>, <&gic 4>; };
        map: map { #interrupt-cells = <1>; #address-cells = <1>; #size-cells = <1>;
          interrupt-map = <0 1 &gic 9>, <0 2 &combiner 1 1>; interrupt-map-mask = <0 7>;
          child@2 { reg = <2 1>; interrupt-parent = <&map>; interrupts = <2>; }; };
        """;
    assertThat(links(tree, "/plain@1")).containsExactly("interrupts /gic");
    assertThat(links(tree, "/extended"))
        .containsExactly("interrupts-extended /combiner", "interrupts-extended /gic");
    assertThat(links(tree, "/map/child@2")).contains("interrupts /combiner");
    assertThat(links(tree, "/map")).isEmpty();
    assertThat(links(tree, "/map", Bindings.linux612()))
        .containsExactly("interrupt-map /gic", "interrupt-map /combiner");
  }

  @Test
  void doesNotWaitForWhatComesAfter() {
    String tree = "c { vcc-supply = <&a>; post-init-providers = <&a>; }; a: a { };";
    assertThat(links(tree, "/c")).containsExactly("vcc-supply /a");
    assertThat(links(tree, "/c", Bindings.linux612())).isEmpty();
    String only = "c { post-init-providers = <&a>; }; a: a { };";
    assertThat(links(only, "/c", Bindings.linux612())).isEmpty();
  }

  @Test
  void survivesLoopsOfInterruptParents() {
    assertThat(
            links(
                "a: a { interrupt-parent = <&b>; interrupts = <1>; }; b: b { interrupt-parent = <&a>; };",
                "/a"))
        .containsExactly("interrupt-parent /b cycle");
  }

  @Test
  void linksDevicesAcrossEndpoints() {
    String tree =
        """
        a { compatible = "a"; ports { port { ea: endpoint { remote-endpoint = <&eb>; }; }; }; };
        b { compatible = "b"; port { eb: endpoint { remote-endpoint = <&ea>; }; }; };
        """;
    assertThat(links(tree, "/a")).containsExactly("remote-endpoint /b cycle");
  }

  @Test
  void countsTheNodeAboveAsASupplierForCycles() {
    assertThat(
            links("pinctrl { compatible = \"p\"; pinctrl-0 = <&hog>; hog: hog { }; };", "/pinctrl"))
        .containsExactly("pinctrl-0 /pinctrl/hog cycle");
  }
}
