package dev.unprobed.kconfig.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.oracle.OurConf;
import dev.unprobed.kconfig.oracle.Outcome;
import dev.unprobed.kconfig.oracle.RealConf;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.source.ByteText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Input that is odd, but that conf has an answer to: then it is ours too, byte for byte. */
class OddInputTest {
  private static final String ENTRY = "config A\n\tbool \"a\"\n\tdefault y\n";
  private static final String ENTRIES =
      ENTRY + "config N\n\tint \"n\"\nconfig S\n\tstring \"s\"\n\tdefault \"x\"\n";

  private static final List<String> KCONFIGS =
      List.of(
          "",
          "\n",
          "# only a remark",
          ENTRY
              + "\thelp\n\t  \377\376 text\nconfig S\n\tstring \"s\303\"\n\tdefault \"\351\200\"\n",
          "mainmenu \"caf\351\"\nmenu \"\302\"\n" + ENTRY + "endmenu\ncomment \"\200\"\n",
          ENTRY + "config \351B\n\tbool\n",
          ENTRY + "\thelp\n\t  text\0 more\n",
          ENTRY + "config B\0\n\tbool\n",
          ENTRY.replace("\n", "\r\n"),
          ENTRY + "\thelp\n\t  no newline",
          ENTRY + "if A\nendif",
          ENTRY + "config S\n\tstring \"s\"\n\tdefault \"$(none,a)$(none)-$x\"\n",
          ENTRY + "\n\f\013\n@%?~\n",
          ENTRY + "config B\n\tbool 'b\"b'\n\tdepends on A \\\n\t\t&& y\n",
          "config A\n\tbool \"not closed\n\tdefault y\n",
          "config " + "L".repeat(200) + "\n\tbool\n\tdefault y\n");

  private static final List<String> CONFIGS =
      List.of(
          "",
          "CONFIG_A",
          "CONFIG_A=",
          "CONFIG_A=y",
          "CONFIG_A=yes\nCONFIG_A=m\nCONFIG_A=n\n",
          "CONFIG_N=\nCONFIG_N=0x\nCONFIG_N=99999999999999999999\n",
          "CONFIG_S=\"not closed\nCONFIG_S=bare\nCONFIG_S=\"a\\\n",
          "CONFIG_S=\"\377\200\"\n",
          "CONFIG_S=\"a\0b\"\nCONFIG_A=n\0\n",
          "CONFIG_A=n\r\nCONFIG_S=\"x\"\r\n",
          "# CONFIG_A is not set",
          "# CONFIG_N is not set\n# CONFIG_S is not set\n#CONFIG_A is not set\n# CONFIG_A is not\n",
          " CONFIG_A=n\nCONFIG_=y\nCONFIG_A =n\nCONFIG_NONE=y\n",
          "\0\0\0\n",
          noise());

  private static String noise() {
    byte[] bytes = new byte[3000];
    new Random(1).nextBytes(bytes);
    return ByteText.of(bytes) + "\n";
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12"})
  void kconfigs(Generation generation) {
    compare(generation, KCONFIGS.stream().map(Scenario::of).toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12"})
  void configs(Generation generation) {
    compare(generation, CONFIGS.stream().map(text -> Scenario.of(ENTRIES).config(text)).toList());
  }

  private static void compare(Generation generation, List<Scenario> scenarios) {
    List<Outcome> real = RealConf.of(generation).run(scenarios);
    for (int i = 0; i < scenarios.size(); i++) {
      Outcome ours = OurConf.run(generation, scenarios.get(i));
      assertThat(ours.differenceFrom(real.get(i))).as(scenarios.get(i).toString()).isEmpty();
    }
  }
}
