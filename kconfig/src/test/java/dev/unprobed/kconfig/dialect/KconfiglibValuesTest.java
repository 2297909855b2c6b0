package dev.unprobed.kconfig.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.target.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KconfiglibValuesTest {
  private static final String MODULES = "config MODULES\n\tdef_bool y\n";

  @TempDir Path folder = Path.of("");

  private SmallTree tree(String kconfig) {
    return new SmallTree(folder, kconfig);
  }

  private static List<String> config(SmallTree tree, String before) {
    tree.file(".config", before);
    return tree.config(Generation.KCONFIGLIB, Target.OLDDEFCONFIG);
  }

  @Test
  void anImpliedYForcesMAlsoWhereItDoesNotCount() {
    SmallTree tree =
        tree(
            MODULES
                + "config A\n\tdef_bool y\n\timply C\nconfig B\n\tdef_tristate m\n\tselect C\n"
                + "config C\n\ttristate\n\tdepends on n\n");
    assertThat(config(tree, "")).contains("CONFIG_C=y");
  }

  @Test
  void numbersOutOfRangeGiveWayToTheDefault() {
    SmallTree tree = tree("config R\n\tint \"r\"\n\tdefault 7\n\trange 5 10\n");
    assertThat(config(tree, "CONFIG_R=99\n")).containsExactly("CONFIG_R=7");
    assertThat(config(tree, "CONFIG_R=1_0\n")).containsExactly("CONFIG_R=1_0");
  }

  @Test
  void aRangeLiftsWhatHasNoDefault() {
    assertThat(config(tree("config H\n\thex \"h\"\n\trange 0x0A 0x1F\n"), ""))
        .containsExactly("CONFIG_H=0xa");
    assertThat(config(tree("config I\n\tint \"i\"\n"), "")).containsExactly("CONFIG_I=");
  }

  @Test
  void comparisonsReadNumbersAsPythonDoes() {
    SmallTree tree = tree("config A\n\tdef_bool \"1_0\" = 10\nconfig B\n\tdef_bool \"010\" = 8\n");
    assertThat(config(tree, "")).containsExactly("CONFIG_A=y");
  }

  @Test
  void defaultsDoNotReachMembersOfChoices() {
    SmallTree tree =
        tree(
            """
            choice
            	prompt "c"
            config A
            	bool "a"
            config B
            	bool "b" if n
            	default y
            endchoice
            """);
    assertThat(config(tree, "")).containsExactly("CONFIG_A=y");
  }

  @Test
  void theLastLineIsTheModeOfAChoice() {
    SmallTree tree =
        tree(
            MODULES
                + "choice\n\ttristate \"c\"\nconfig A\n\ttristate \"a\"\nconfig B\n"
                + "\ttristate \"b\"\nendchoice\n");
    assertThat(config(tree, "CONFIG_A=y\nCONFIG_B=m\n")).contains("CONFIG_A=m", "CONFIG_B=m");
    assertThat(tree.err())
        .isEqualTo(".config:2: warning: both m and y assigned to symbols within the same choice\n");
    assertThat(config(tree, "CONFIG_B=m\nCONFIG_A=y\n"))
        .contains("CONFIG_A=y", "# CONFIG_B is not set");
  }

  @Test
  void wrongLinesAreTold() {
    SmallTree tree = tree("config A\n\tbool \"a\"\nconfig S\n\tstring \"s\"\n");
    config(tree, "CONFIG_A=m\nCONFIG_S=open\njunk\nCONFIG_A=y\nCONFIG_A=y\nCONFIG_NONE=y\n");
    assertThat(tree.err().lines())
        .containsExactly(
            ".config:1: warning: 'm' is not a valid value for the bool symbol A (defined at"
                + " Kconfig:1). Assignment ignored.",
            ".config:2: warning: malformed string literal in assignment to S (defined at"
                + " Kconfig:3). Assignment ignored.",
            ".config:3: warning: ignoring malformed line 'junk'",
            ".config:5: warning: A (defined at Kconfig:1) set more than once. Old value \"y\", new"
                + " value \"y\".");
  }

  @Test
  void menusWithoutEntriesHaveNoEnd() {
    SmallTree tree =
        tree("menu \"m\"\nif y\nendif\nendmenu\n").variable("KCONFIG_CONFIG_HEADER", "# top\n");
    assertThat(tree.text(Generation.KCONFIGLIB, Target.ALLDEFCONFIG))
        .isEqualTo("# top\n\n#\n# m\n#\n");
  }

  @Test
  void allTargetsSetWhatNobodyAsksFor() {
    SmallTree tree =
        tree(
            MODULES
                + "config A\n\ttristate \"a\"\nchoice\n\tbool \"c\"\n\tdefault C\nconfig B\n"
                + "\tbool \"b\"\nconfig C\n\tbool \"c\"\nendchoice\n");
    assertThat(tree.config(Generation.KCONFIGLIB, Target.ALLMODCONFIG))
        .contains("CONFIG_A=m", "CONFIG_C=y");
    assertThat(tree.config(Generation.KCONFIGLIB, Target.ALLYESCONFIG))
        .contains("CONFIG_A=y", "CONFIG_C=y");
    tree.variable("KCONFIG_ALLCONFIG", "mini").file("mini", "CONFIG_B=y\n");
    assertThat(tree.config(Generation.KCONFIGLIB, Target.ALLNOCONFIG))
        .contains("# CONFIG_A is not set", "CONFIG_B=y");
  }

  @Test
  void loopsThroughRangesAreRefused() {
    SmallTree tree = tree("config A\n\tint\n\trange 1 B\nconfig B\n\tint\n\tdefault A\n");
    assertThatThrownBy(() -> config(tree, "")).isInstanceOf(KconfigException.class);
  }
}
