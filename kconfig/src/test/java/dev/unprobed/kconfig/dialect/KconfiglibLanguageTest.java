package dev.unprobed.kconfig.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.GenerationDetector;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.target.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KconfiglibLanguageTest {
  @TempDir Path folder = Path.of("");

  private SmallTree tree(String kconfig) {
    return new SmallTree(folder, kconfig);
  }

  private static List<String> config(SmallTree tree) {
    return tree.config(Generation.KCONFIGLIB, Target.ALLDEFCONFIG);
  }

  @Test
  void isKnownByItsFile() {
    tree("").file("scripts/kconfig/kconfiglib.py", "");
    assertThat(GenerationDetector.find(folder).dialect()).isEqualTo(Dialect.KCONFIGLIB);
    tree("").file("Kconfig.zephyr", "");
    assertThat(GenerationDetector.find(folder).dialect()).isEqualTo(Dialect.ZEPHYR);
    assertThat(GenerationDetector.detect(folder)).isEqualTo(Generation.KCONFIGLIB);
  }

  @Test
  void filesBesideTheIncludingOneAndFilesThatNeedNotBeThere() {
    SmallTree tree =
        tree("source \"sub/Kcon*\"\nosource \"none/*\"\ngsource \"none\"\n")
            .file("sub/Kconfig", "rsource \"B\"\norsource \"C*\"\ngrsource \"../none\"\n")
            .file("sub/B", "config B\n\tdef_bool y\n")
            .file("sub/C2", "config C2\n\tdef_bool y\n")
            .file("sub/C1", "config C1\n\tdef_bool y\n");
    assertThat(config(tree)).containsExactly("CONFIG_B=y", "CONFIG_C1=y", "CONFIG_C2=y");
  }

  @Test
  void aPatternThatMatchesNothingIsAnError() {
    assertThatThrownBy(() -> config(tree("source \"none/*\"\n")))
        .isInstanceOf(KconfigException.class);
    assertThatThrownBy(() -> config(tree("rsource \"none\"\n")))
        .isInstanceOf(KconfigException.class);
  }

  @Test
  void typesWithTheirDefaults() {
    SmallTree tree =
        tree("config I\n\tdef_int 5\nconfig H\n\tdef_hex 0x5\nconfig S\n\tdef_string \"s\"\n");
    assertThat(config(tree)).containsExactly("CONFIG_I=5", "CONFIG_H=0x5", "CONFIG_S=\"s\"");
  }

  @Test
  void defaultsForSymbolsThatOthersDefine() {
    SmallTree tree =
        tree(
            """
            configdefault A
            	default 7
            config A
            	int
            	default 5
            configdefault B
            	default y
            config B
            	bool
            	depends on n
            """);
    assertThat(config(tree)).containsExactly("CONFIG_A=7");
  }

  @Test
  void textsWithoutQuotesAndWithVariables() {
    SmallTree tree =
        tree("menu title\nconfig S\n\tstring prompt-text\n\tdefault \"$WORD ${WORD} $NONE\"\nendmenu\n")
            .variable("WORD", "two");
    assertThat(config(tree)).containsExactly("CONFIG_S=\"two two $NONE\"");
  }

  @Test
  void everyStatementEverywhere() {
    SmallTree tree =
        tree(
            """
            choice "name"
            	prompt "c"
            menu "m"
            config A
            	bool "a"
            endmenu
            config B
            	bool "b"
            endchoice
            mainmenu "late"
            """);
    assertThat(config(tree)).containsExactly("# CONFIG_A is not set", "CONFIG_B=y");
  }

  @Test
  void helpWithAnyDashes() {
    assertThat(config(tree("config A\n\tboolean\n\tdefault y\n\t-help--\n\t  text\n")))
        .containsExactly("CONFIG_A=y");
  }

  @Test
  void anEscapedNewlineGoesOnEverywhere() {
    SmallTree tree =
        tree("# a comment \\\nconfig A\nvalue = \\\ny\nconfig B\n\tdef_bool \\\n\t\t$(value)\n");
    assertThat(config(tree)).containsExactly("CONFIG_B=y");
  }

  @Test
  void theLastTypeAndPromptCount() {
    SmallTree tree = tree("config A\n\tstring\n\tbool \"a\"\n\tprompt \"b\" if n\n\tdefault y\n");
    assertThat(config(tree)).containsExactly("CONFIG_A=y");
  }

  @Test
  void oddCharactersAndOpenQuotesAreErrors() {
    assertThatThrownBy(() -> config(tree("config A\n\tbool % \"a\"\n")))
        .isInstanceOf(KconfigException.class);
    assertThatThrownBy(() -> config(tree("config A\n\tbool \"a\n")))
        .isInstanceOf(KconfigException.class);
  }

  @Test
  void symbolsFromTheEnvironment() {
    SmallTree tree =
        tree("config S\n\tstring\n\toption env=\"WORD\"\nconfig T\n\tstring\n\tdefault S\n")
            .variable("WORD", "two");
    assertThat(config(tree)).containsExactly("CONFIG_T=\"two\"");
  }
}
