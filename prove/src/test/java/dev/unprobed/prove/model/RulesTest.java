package dev.unprobed.prove.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.rules.RuleFile;
import dev.unprobed.kconfig.source.KconfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree of each written-down rule of conf has just the configurations that conf allows. */
class RulesTest {
  /** Its tree has a range that depends on the symbol's own value. */
  private static final String REFUSED = "28-recursion";

  private static final Path RULES = Path.of("../kconfig/src/test/resources/rules");

  /** Every case with the generations that take its tree. */
  static List<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(RULES)) {
      for (Path file : files.sorted().toList()) {
        RuleFile rule = RuleFile.read(file);
        for (Generation generation :
            List.of(Generation.LINUX_6_1, Generation.LINUX_6_12, Generation.LINUX_7_1)) {
          if (!rule.name().equals(REFUSED) && loads(rule, generation)) {
            cases.add(Arguments.of(rule, generation));
          }
        }
      }
    }
    return cases;
  }

  private static boolean loads(RuleFile rule, Generation generation) {
    try {
      World.of(generation, rule.scenario().files(), "");
      return true;
    } catch (KconfigException e) {
      return false;
    }
  }

  @Test
  void whatWouldNotBeExactIsRefused() throws IOException {
    RuleFile rule = RuleFile.read(RULES.resolve(REFUSED + ".rule"));
    World world = World.of(Generation.LINUX_6_1, rule.scenario().files(), "");
    assertThatThrownBy(() -> new FixedPoints(world))
        .hasMessageContaining("Kconfig:6:1: error[not-modelled]: SIZE has a range that depends");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holds(RuleFile rule, Generation generation) {
    FixedPoints points = new FixedPoints(World.of(generation, rule.scenario().files(), ""));
    assertThat(points.incomplete(new Random(1), 200)).isNull();
    assertThat(points.unsound(new Random(1), 1000)).isNull();
    assertThat(points.solutions()).isPositive();
  }
}
