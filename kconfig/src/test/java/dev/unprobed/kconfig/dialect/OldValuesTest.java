package dev.unprobed.kconfig.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.target.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldValuesTest {
  private static final String MODULES = "config MODULES\n\tdef_bool y\n\toption modules\n";

  @TempDir Path folder = Path.of("");

  private SmallTree tree(String kconfig) {
    return new SmallTree(folder, kconfig);
  }

  @Test
  void anImpliedYForcesMUpTo56() {
    SmallTree tree =
        tree(MODULES + "config A\n\tdef_bool y\n\timply B\nconfig B\n\ttristate \"b\"\n");
    tree.file(".config", "CONFIG_B=m\n");
    assertThat(tree.config(Generation.LINUX_5_6, Target.OLDDEFCONFIG)).contains("CONFIG_B=y");
    tree.file(".config", "CONFIG_B=m\n");
    assertThat(tree.config(Generation.LINUX_5_8, Target.OLDDEFCONFIG)).contains("CONFIG_B=m");
  }

  @Test
  void aTristateThatIsOnIsItselfInConditionsUpTo68() {
    String kconfig =
        "config T\n\tdef_tristate m\nconfig A\n\tbool\n\tdefault y\n\tselect B if T!=n\nconfig B\n\ttristate\n";
    SmallTree tree = tree("config MODULES\n\tdef_bool y\n\tmodules\n" + kconfig);
    assertThat(tree.config(Generation.LINUX_6_8, Target.ALLDEFCONFIG)).contains("CONFIG_B=m");
    assertThat(tree.config(Generation.LINUX_6_10, Target.ALLDEFCONFIG)).contains("CONFIG_B=y");
  }

  @Test
  void aClampedNumberIsWrittenAnewUpTo66() {
    SmallTree tree = tree("config H\n\thex\n\tdefault 0x50\n\trange 0X0A 0x0F\n");
    assertThat(tree.config(Generation.LINUX_6_6, Target.ALLDEFCONFIG)).contains("CONFIG_H=0xf");
    assertThat(tree.config(Generation.LINUX_6_1, Target.ALLDEFCONFIG)).contains("CONFIG_H=0x0F");
  }

  @Test
  void numbersOutOfRange() {
    SmallTree tree = tree("config R\n\tint \"r\"\n\tdefault 7\n\trange 5 10\n");
    tree.file(".config", "CONFIG_R=99\n");
    assertThat(tree.config(Generation.LINUX_5_4, Target.OLDDEFCONFIG)).contains("CONFIG_R=7");
    tree.file(".config", "CONFIG_R=99\n");
    assertThat(tree.config(Generation.COREBOOT, Target.OLDDEFCONFIG)).contains("CONFIG_R=10");
  }

  @Test
  void constantsAreTextsUpTo68() {
    SmallTree tree = tree("config A\n\tbool\nconfig B\n\tdef_bool A > m\n");
    assertThat(tree.config(Generation.LINUX_6_8, Target.ALLDEFCONFIG)).contains("CONFIG_B=y");
    assertThat(tree.config(Generation.LINUX_6_10, Target.ALLDEFCONFIG))
        .doesNotContain("CONFIG_B=y");
  }

  @Test
  void allNoKeepsSomeOnUpTo512() {
    SmallTree tree = tree("config A\n\tbool \"a\"\n\toption allnoconfig_y\n");
    assertThat(tree.config(Generation.U_BOOT, Target.ALLNOCONFIG)).containsExactly("CONFIG_A=y");
  }

  @Test
  void whereToStartFromUpTo512() {
    SmallTree tree =
        tree("config L\n\tstring\n\toption defconfig_list\n\tdefault \"seed\"\nconfig A\n\tbool \"a\"\n")
            .file("seed", "CONFIG_A=y\n");
    assertThat(tree.config(Generation.LINUX_5_10, Target.OLDDEFCONFIG))
        .containsExactly("CONFIG_A=y");
  }

  @Test
  void anUnmetSelectOfOpenWrt() {
    SmallTree tree =
        tree(
            "config A\n\tdef_bool y\n\tselect B\nconfig B\n\tbool\n\tdepends on C\nconfig C\n\tbool\n");
    assertThat(tree.config(Generation.LINUX_6_6, Target.ALLDEFCONFIG)).contains("CONFIG_B=y");
    assertThat(tree.config(Generation.OPENWRT, Target.ALLDEFCONFIG)).doesNotContain("CONFIG_B=y");
    assertThat(tree.err()).isEmpty();
  }

  @Test
  void theFirstMemberWinsInBusyBox() {
    String choice =
        "choice\n\tprompt \"c\"\nconfig A\n\tbool \"a\"\nconfig B\n\tbool \"b\"\nendchoice\n";
    SmallTree tree = tree(choice);
    tree.file(".config", "CONFIG_A=y\nCONFIG_B=y\n");
    assertThat(tree.config(Generation.BUSYBOX, Target.OLDDEFCONFIG)).contains("CONFIG_A=y");
    assertThat(tree.err()).contains("B creates inconsistent choice state");
    tree.file(".config", "CONFIG_A=y\nCONFIG_B=y\n");
    assertThat(tree.config(Generation.LINUX_4_17, Target.OLDDEFCONFIG)).contains("CONFIG_B=y");
  }
}
