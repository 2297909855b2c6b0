package dev.unprobed.kconfig.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.target.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldFilesTest {
  @TempDir Path folder = Path.of("");

  private SmallTree tree(String kconfig) {
    return new SmallTree(folder, kconfig);
  }

  @Test
  void endsOfMenus() {
    SmallTree tree =
        tree("menu \"full\"\nconfig A\n\tbool \"a\"\nendmenu\nmenu \"bare\"\nendmenu\n");
    assertThat(tree.text(Generation.LINUX_4_20, Target.ALLNOCONFIG)).doesNotContain("# end of");
    assertThat(tree.text(Generation.LINUX_5_17, Target.ALLNOCONFIG))
        .contains("# end of full")
        .doesNotContain("# end of bare");
    assertThat(tree.text(Generation.LINUX_5_18, Target.ALLNOCONFIG)).contains("# end of bare");
  }

  @Test
  void stringsOfUBootAreNotEscaped() {
    SmallTree tree = tree("config S\n\tstring \"s\"\n");
    tree.file(".config", "CONFIG_S=\"x\"y\\z\"\n");
    assertThat(tree.config(Generation.U_BOOT, Target.OLDDEFCONFIG))
        .containsExactly("CONFIG_S=\"x\"y\\z\"");
    tree.file(".config", "CONFIG_S=\"x\"y\\z\"\n");
    assertThat(tree.config(Generation.LINUX_4_20, Target.OLDDEFCONFIG))
        .containsExactly("CONFIG_S=\"x\"");
  }

  @Test
  void busyBoxWritesWhatCannotBeSeen() {
    SmallTree tree = tree("config A\n\tbool \"a\"\n\tdepends on B\nconfig B\n\tbool\n");
    tree.variable("KERNELVERSION", "1.2");
    assertThat(tree.text(Generation.BUSYBOX, Target.ALLNOCONFIG))
        .isEqualTo(
            """
            #
            # Automatically generated make config: don't edit
            # Busybox version: 1.2
            #
            # CONFIG_A is not set
            # CONFIG_B is not set
            """);
  }

  @Test
  void openWrtWritesDefaultsThatAreN() {
    SmallTree tree = tree("config A\n\tbool\n\tdefault n\n");
    assertThat(tree.config(Generation.LINUX_6_6, Target.ALLDEFCONFIG)).isEmpty();
    assertThat(tree.config(Generation.OPENWRT, Target.ALLDEFCONFIG))
        .containsExactly("# CONFIG_A is not set");
  }

  @Test
  void unsetNumbersSayNothingUpTo66() {
    SmallTree tree = tree("config I\n\tint \"i\"\n\tdefault 3\n");
    tree.file(".config", "# CONFIG_I is not set\n");
    tree.config(Generation.LINUX_5_4, Target.OLDDEFCONFIG);
    assertThat(tree.err()).isEmpty();
    tree.file(".config", "# CONFIG_I is not set\n");
    tree.config(Generation.LINUX_6_8, Target.OLDDEFCONFIG);
    assertThat(tree.err()).contains("symbol value 'n' invalid for I");
  }

  @Test
  void aSecondValueIsOnlyANoticeInCoreboot() {
    SmallTree tree = tree("config A\n\tbool \"a\"\n");
    tree.file(".config", "CONFIG_A=y\nCONFIG_A=y\n");
    tree.config(Generation.COREBOOT, Target.OLDDEFCONFIG);
    assertThat(tree.err()).isEqualTo(".config:2:notice: override: reassigning to symbol A\n");
  }
}
