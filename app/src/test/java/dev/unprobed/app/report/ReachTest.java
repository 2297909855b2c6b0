package dev.unprobed.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which symbols a platform reaches, by which lines, and which it does not. */
final class ReachTest {
  private static final String ON = "CONFIG_P=y\n";

  @TempDir private Path folder = Path.of("");

  private Section section(String more) throws IOException {
    return section(more, ON);
  }

  private Section section(String more, String config) throws IOException {
    return Samples.small(folder, "config MODULES\n\tbool\n\tdefault y\n\tmodules\n" + more, config);
  }

  private static List<String> ways(Section section) {
    return section.drivers().stream()
        .map(driver -> driver.symbol() + ": " + driver.way().summary())
        .toList();
  }

  @Test
  void selectsDirectlyAndThroughOthers() throws IOException {
    Section section =
        section(
            """
            config P
            	bool "p"
            	select A
            config A
            	tristate
            	select B if C
            	select D if !C
            config B
            	bool
            config C
            	def_bool y
            config D
            	bool
            """);

    assertThat(ways(section)).containsExactly("A: selected directly", "B: selected by A");
  }

  @Test
  void defaultsThatNameIt() throws IOException {
    Section section =
        section(
            """
            config P
            	bool "p"
            config A
            	tristate "a"
            	default P
            config B
            	tristate "b"
            	default m if P
            config C
            	bool "c"
            	default y if !P
            config D
            	bool "d"
            	default n if P
            config E
            	bool "e"
            	default P && MISSING
            """);

    assertThat(ways(section))
        .containsExactly("A: default P", "B: default m if P", "E: default P && MISSING");
    assertThat(section.idle()).extracting(Driver::symbol).containsExactly("E");
    assertThat(section.reached()).extracting(Driver::value).containsExactly("y", "m");
  }

  @Test
  void defaultsThatHoldWithIt() throws IOException {
    Section section =
        section(
            """
            config P
            	bool "p"
            if P
            config A
            	bool "a"
            	default y
            endif
            config B
            	bool "b"
            	depends on A
            	default y
            config C
            	bool "c"
            	default y
            """);

    assertThat(ways(section)).containsExactly("A: default y, while on", "B: default y, while A");
  }

  @Test
  void impliesAndWhatItImpliesCanBeOff() throws IOException {
    Section section =
        section(
            """
            config P
            	bool "p"
            	imply A
            config A
            	tristate "a"
            """);

    Driver driver = section.drivers().getFirst();
    assertThat(ways(section)).containsExactly("A: implied directly");
    assertThat(driver.value()).isEqualTo("y");
    assertThat(driver.range()).isEqualTo("n, m or y");
    assertThat(driver.essential()).isFalse();
  }

  @Test
  void aFloorOfMIsEssentialAndModular() throws IOException {
    Section section =
        section(
            """
            config P
            	bool "p"
            config FLOOR
            	def_tristate m
            	depends on P
            	select A
            config A
            	tristate "a"
            	default P
            """);

    Driver driver =
        section.drivers().stream().filter(d -> d.symbol().equals("A")).findFirst().orElseThrow();
    assertThat(driver.range()).isEqualTo("m or y");
    assertThat(driver.wish("n").text()).isEqualTo("clamped to m");
    assertThat(driver.essential() && driver.modular()).isTrue();
  }

  @Test
  void whatTheConfigurationAsksForItselfIsADependent() throws IOException {
    Section section =
        section(
            """
            config P
            	bool "p"
            config A
            	tristate "a"
            	depends on P
            	select B
            config B
            	tristate
            """,
            ON + "CONFIG_A=m\n");

    assertThat(section.drivers()).isEmpty();
    assertThat(section.dependents()).containsExactly("A", "B");
  }

  @Test
  void aBoolIgnoresM() throws IOException {
    Section section =
        section(
            """
            config P
            	bool "p"
            	imply A
            	imply B
            config A
            	bool "a"
            config B
            	bool "b"
            	default y
            """,
            ON + "CONFIG_A=y\n");

    assertThat(section.drivers()).extracting(d -> d.wish("m").value()).containsExactly("y", "y");
  }

  @Test
  void thereMayBeNoSuchPlatform() throws IOException {
    assertThat(section("config Q\n\tbool \"q\"\n", "CONFIG_Q=y\n").present()).isFalse();
  }
}
