package dev.unprobed.kconfig.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.oracle.OurConf;
import dev.unprobed.kconfig.oracle.Outcome;
import dev.unprobed.kconfig.oracle.RealConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of conf as it is written down, ours and the real conf's. */
class RulesTest {
  private static final Path RULES = Path.of("src/test/resources/rules");
  private static final int COUNT = 29;

  private static final List<Generation> GENERATIONS =
      List.of(
          Generation.LINUX_6_1,
          Generation.LINUX_6_12,
          Generation.LINUX_6_18,
          Generation.LINUX_7_0,
          Generation.LINUX_7_1);

  static List<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (RuleFile rule : rules()) {
      for (Generation generation : GENERATIONS) {
        if (rule.isAbout(generation)) {
          cases.add(Arguments.of(rule, generation));
        }
      }
    }
    return cases;
  }

  private static List<RuleFile> rules() throws IOException {
    List<RuleFile> rules = new ArrayList<>();
    try (Stream<Path> files = Files.list(RULES)) {
      for (Path file : files.sorted().toList()) {
        rules.add(RuleFile.read(file));
      }
    }
    return rules;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holds(RuleFile rule, Generation generation) {
    Outcome ours = OurConf.run(generation, rule.scenario());
    Map<String, String> expected = new LinkedHashMap<>(rule.expected(generation));
    expected.values().removeIf(String::isEmpty);
    assertThat(RuleFile.actual(ours, rule.expected(generation)))
        .containsExactlyInAnyOrderEntriesOf(expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isConfsRule(RuleFile rule, Generation generation) {
    Outcome real = RealConf.of(generation).run(rule.scenario());
    assertThat(OurConf.run(generation, rule.scenario()).differenceFrom(real)).isEmpty();
  }

  @Test
  void areAllThere() throws IOException {
    Set<Integer> numbers = new TreeSet<>();
    rules().forEach(rule -> numbers.add(Integer.parseInt(rule.name().substring(0, 2))));
    assertThat(numbers).hasSize(COUNT).contains(1, COUNT);
  }
}
