package dev.unprobed.kconfig.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.target.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldLanguageTest {
  @TempDir Path folder = Path.of("");

  private SmallTree tree(String kconfig) {
    return new SmallTree(folder, kconfig);
  }

  @Test
  void helpWithDashesUpTo58() {
    SmallTree tree = tree("config A\n\tdef_bool y\n\t---help---\n\t  text\n");
    assertThat(tree.config(Generation.LINUX_5_8, Target.ALLDEFCONFIG))
        .containsExactly("CONFIG_A=y");
    assertThatThrownBy(() -> tree.config(Generation.LINUX_5_10, Target.ALLDEFCONFIG))
        .isInstanceOf(KconfigException.class);
    assertThatThrownBy(() -> tree.config(Generation.XEN, Target.ALLDEFCONFIG))
        .isInstanceOf(KconfigException.class);
  }

  @Test
  void modulesAsAnOptionUpTo512() {
    SmallTree tree =
        tree("config MODULES\n\tdef_bool y\n\toption modules\nconfig T\n\tdef_tristate m\n");
    assertThat(tree.config(Generation.LINUX_5_10, Target.ALLDEFCONFIG)).contains("CONFIG_T=m");
    assertThatThrownBy(() -> tree.config(Generation.LINUX_5_13, Target.ALLDEFCONFIG))
        .isInstanceOf(KconfigException.class);
  }

  @Test
  void modulesByNameInBusyBox() {
    SmallTree tree = tree("config MODULES\n\tdef_bool y\nconfig T\n\ttristate\n\tdefault m\n");
    assertThat(tree.config(Generation.BUSYBOX, Target.ALLDEFCONFIG)).contains("CONFIG_T=m");
    assertThat(tree.config(Generation.LINUX_4_17, Target.ALLDEFCONFIG)).contains("CONFIG_T=y");
  }

  @Test
  void symbolsFromTheEnvironmentUpTo417() {
    SmallTree tree =
        tree("config PLACE\n\tstring\n\toption env=\"PLACE\"\nsource \"$PLACE/Kconfig\"\n")
            .file("sub/Kconfig", "config A\n\tdef_bool y\n")
            .variable("PLACE", "sub");
    assertThat(tree.config(Generation.LINUX_4_17, Target.ALLDEFCONFIG))
        .containsExactly("CONFIG_A=y");
  }

  @Test
  void anUndefinedEnvironmentVariableIsTold() {
    SmallTree tree = tree("config PLACE\n\tstring\n\toption env=\"PLACE\"\n");
    assertThat(tree.config(Generation.LINUX_4_17, Target.ALLDEFCONFIG)).isEmpty();
    assertThat(tree.err()).isEqualTo("Kconfig:1:warning: environment variable PLACE undefined\n");
  }

  @Test
  void wordsThatAreKeywordsElsewhereUpTo420() {
    SmallTree tree = tree("config help\n\tbool one\n\tdefault y\nconfig B\n\tdef_bool help\n");
    assertThat(tree.config(Generation.LINUX_4_20, Target.ALLDEFCONFIG))
        .containsExactly("CONFIG_help=y", "CONFIG_B=y");
    assertThatThrownBy(() -> tree.config(Generation.LINUX_5_4, Target.ALLDEFCONFIG))
        .isInstanceOf(KconfigException.class);
  }

  @Test
  void spellingsOfBusyBox() {
    SmallTree tree =
        tree(
            "config A\n\tboolean \"a\"\n\tdefault y\n\tenable B\nconfig B\n\tboolean\n\tdepends A\n");
    assertThat(tree.config(Generation.BUSYBOX, Target.ALLDEFCONFIG))
        .containsExactly("CONFIG_A=y", "CONFIG_B=y");
  }

  @Test
  void patternsOfCoreboot() {
    SmallTree tree =
        tree("source \"d/*/Kconfig\"\nsource \"none/*/Kconfig\"\n")
            .file("d/b/Kconfig", "config B\n\tdef_bool y\n")
            .file("d/a/Kconfig", "config A\n\tdef_bool y\n");
    assertThat(tree.config(Generation.COREBOOT, Target.ALLDEFCONFIG))
        .containsExactly("CONFIG_A=y", "CONFIG_B=y");
    assertThat(tree.config(Generation.OPENWRT, Target.ALLDEFCONFIG))
        .containsExactly("CONFIG_B=y", "CONFIG_A=y");
  }

  @Test
  void membersOfChoicesInOtherFiles() {
    SmallTree tree =
        tree("choice\n\tprompt \"c\"\nsource \"more\"\nendchoice\n")
            .file("more", "config A\n\tbool \"a\"\n");
    assertThat(tree.config(Generation.COREBOOT, Target.ALLDEFCONFIG)).containsExactly("CONFIG_A=y");
    assertThatThrownBy(() -> tree.config(Generation.LINUX_6_8, Target.ALLDEFCONFIG))
        .isInstanceOf(KconfigException.class);
  }
}
