package dev.unprobed.prove.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionEncoder;
import dev.unprobed.prove.condition.ConditionParser;
import dev.unprobed.prove.condition.ModelTerms;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.condition.SymbolNames;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurveyTest {
  private static final String KCONFIG =
      """
      config MODULES
      	bool "Modules"
      	modules
      config PLATFORM
      	bool "A platform"
      config ESSENTIAL
      	def_tristate m
      	depends on PLATFORM
      	select CLK
      config CLK
      	tristate "Clocks"
      	default PLATFORM
      config DEAD
      	bool "Dead"
      	depends on PLATFORM && CLK = n
      config NEVER_M
      	tristate "Never m"
      	depends on CLK = y
      config FORCED
      	def_bool PLATFORM
      config CPUS
      	int "Processors"
      	range 2 64 if PLATFORM
      	default 8
      config BIG
      	def_bool CPUS > 32
      config FIRST
      	int "First"
      config SECOND
      	int "Second"
      config THIRD
      	int "Third"
      	default FIRST
      config FOURTH
      	int "Fourth"
      config BASE
      	hex "Base"
      	range 0x10 0xff
      config ANY
      	hex "Any"
      config LOW
      	int "Low"
      	range 0 100
      	default 0
      config MIDDLE
      	int "Middle"
      	range 0 100
      	default 0
      config HIGH
      	int "High"
      	range 0 100
      	default 0
      config COPY
      	int
      	default LOW
      config A
      	int "A"
      	range 0 15
      	default 0
      config B
      	int "B"
      	range 0 15
      	default 0
      config C
      	int "C"
      	range 0 15
      	default 0
      config NAME
      	string "Name"
      config ORDERED
      	def_bool FIRST < SECOND && SECOND < THIRD && THIRD < FOURTH
      """;

  private final World world = World.of(Generation.LINUX_6_1, Map.of("Kconfig", KCONFIG), "");
  private final MenuTree tree = world.explainer().tree();
  private Limit limit = Limit.NONE;

  @Test
  void anEssentialDriverIsNeverOff() {
    assertThat(values("PLATFORM", "CLK")).isEqualTo("m y");
    assertThat(values("PLATFORM && !MODULES", "CLK")).isEqualTo("y");
    assertThat(values("", "CLK")).isEqualTo("n m y");
    assertThat(kind("PLATFORM", "CLK")).isEqualTo(Possible.Kind.ALWAYS_ON);
  }

  @Test
  void classifies() {
    assertThat(kind("", "DEAD")).isEqualTo(Possible.Kind.DEAD);
    assertThat(kind("PLATFORM", "FORCED")).isEqualTo(Possible.Kind.ALWAYS_Y);
    assertThat(kind("!MODULES", "NEVER_M")).isEqualTo(Possible.Kind.NEVER_M);
    assertThat(kind("", "NEVER_M")).isEqualTo(Possible.Kind.FREE);
    assertThat(kind("", "PLATFORM")).isEqualTo(Possible.Kind.FREE);
    assertThat(kind("CPUS = 33", "CPUS")).isEqualTo(Possible.Kind.CONSTANT);
  }

  @Test
  void numbersHaveRepresentatives() {
    assertThat(values("PLATFORM", "CPUS").split(" "))
        .contains("2", "3", "8", "32", "33", "64")
        .doesNotContain("1", "65");
    assertThat(values("BIG", "CPUS").split(" ")).contains("33").doesNotContain("32");
    assertThat(values("PLATFORM && CPUS = 48", "BIG")).isEqualTo("y");
    assertThat(values("CPUS = \"48\"", "BIG")).isEqualTo("y");
  }

  @Test
  void numbersWithoutAnyConstantCanAllDiffer() {
    assertThat(values("", "ORDERED")).isEqualTo("n y");
    assertThat(values("ORDERED", "PLATFORM")).isEqualTo("n y");
  }

  @Test
  void numbersThatOnlyTheConditionComparesCanAllDiffer() {
    // Three symbols between 8 and 32, where only CPUS has constants of its own.
    String between = "8 < FIRST && FIRST < SECOND && SECOND < THIRD && THIRD < CPUS && CPUS < 13";
    assertThat(values(between, "CPUS")).isEqualTo("12");
  }

  @Test
  void conditionThatNothingSatisfies() {
    Survey survey = survey("DEAD");
    assertThat(survey.satisfiable()).isEqualTo(Verdict.UNSATISFIABLE);
  }

  @Test
  void withoutTimeNothingIsClaimed() {
    limit = () -> true;
    assertThat(survey("PLATFORM").satisfiable()).isEqualTo(Verdict.UNKNOWN);
    Possible possible = possible("PLATFORM", "CLK");
    assertThat(possible.values()).isEmpty();
    assertThat(possible.undecided()).containsExactly("n", "m", "y");
    assertThat(possible.kind()).isEqualTo(Possible.Kind.UNDECIDED);
  }

  private String values(String when, String symbol) {
    return String.join(" ", possible(when, symbol).values());
  }

  private Possible.Kind kind(String when, String symbol) {
    return possible(when, symbol).kind();
  }

  @Test
  void numbersAreRanges() {
    assertThat(ranges("PLATFORM", "CPUS")).containsExactly("2..64");
    assertThat(ranges("PLATFORM && BIG", "CPUS")).containsExactly("33..64");
    assertThat(ranges("PLATFORM && CPUS != 20", "CPUS")).containsExactly("2..19", "21..64");
    assertThat(ranges("CPUS = 8", "CPUS")).containsExactly("8");
    assertThat(ranges("CPUS < 5", "CPUS")).containsExactly("..4");
    assertThat(ranges("", "CPUS")).containsExactly("any number");
    assertThat(possible("PLATFORM", "CLK").ranges()).isNull();
  }

  @Test
  void hexesAreRanges() {
    assertThat(ranges("", "BASE")).containsExactly("0x10..0xff");
    assertThat(ranges("BASE != 0x40", "BASE")).containsExactly("0x10..0x3f", "0x41..0xff");
    assertThat(ranges("ANY > 0x40", "ANY")).containsExactly("0x41..");
    // Up to 6.7 a number without a default may stay empty.
    assertThat(ranges("ANY != 0x40", "ANY")).containsExactly("0x0..0x3f", "0x41..", "");
  }

  @Test
  void numbersThatMeetAreRanges() {
    assertThat(ranges("LOW < MIDDLE && MIDDLE < HIGH", "LOW")).containsExactly("0..98");
    assertThat(ranges("LOW < MIDDLE && MIDDLE < HIGH", "MIDDLE")).containsExactly("1..99");
    assertThat(ranges("LOW < MIDDLE && MIDDLE < HIGH && HIGH < 10", "HIGH"))
        .containsExactly("2..9");
    assertThat(ranges("LOW < MIDDLE && MIDDLE < HIGH && HIGH != 50", "MIDDLE"))
        .containsExactly("1..99");
    assertThat(ranges("FIRST < SECOND && SECOND < FOURTH && FOURTH < 0", "FIRST"))
        .containsExactly("..-3", "");
    assertThat(ranges("", "FIRST")).contains("any number");
    assertThat(ranges("", "COPY")).containsExactly("0..100");
  }

  @Test
  void rangesAreWhatTryingEveryNumberFinds() {
    Map<String, Predicate<long[]>> conditions =
        Map.of(
            "A < B && B < C && A > 3", n -> n[0] < n[1] && n[1] < n[2] && 3 < n[0],
            "A < B && C < B && B != 7", n -> n[0] < n[1] && n[2] < n[1] && n[1] != 7,
            "A > B && B > 2 && C > A && C < 9",
                n -> n[0] > n[1] && n[1] > 2 && n[2] > n[0] && n[2] < 9,
            "A != B && B != C && A != C && A < 3 && B < 3 && C < 3",
                n ->
                    n[0] != n[1]
                        && n[1] != n[2]
                        && n[0] != n[2]
                        && n[0] < 3
                        && n[1] < 3
                        && n[2] < 3,
            "A = B && B = C", n -> n[0] == n[1] && n[1] == n[2]);
    conditions.forEach((condition, holds) -> {
      for (int symbol = 0; symbol < 3; symbol++) {
        List<Long> found = new ArrayList<>();
        for (long number = 0; number <= 15; number++) {
          if (occurs(number, symbol, holds)) {
            found.add(number);
          }
        }
        List<String> ranges = ranges(condition, "ABC".substring(symbol, symbol + 1));
        assertThat(numbers(ranges)).as("%s in %s: %s", symbol, condition, ranges).isEqualTo(found);
      }
    });
  }

  private static boolean occurs(long number, int symbol, Predicate<long[]> holds) {
    for (long one = 0; one <= 15; one++) {
      for (long two = 0; two <= 15; two++) {
        long[] numbers = {one, two, two};
        numbers[symbol == 2 ? 1 : 2] = two;
        numbers[symbol == 0 ? 1 : 0] = one;
        numbers[symbol] = number;
        if (holds.test(numbers)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Long> numbers(List<String> ranges) {
    List<Long> numbers = new ArrayList<>();
    for (String range : ranges) {
      int dots = range.indexOf("..");
      long low = Long.parseLong(dots < 0 ? range : range.substring(0, dots));
      long high = dots < 0 ? low : Long.parseLong(range.substring(dots + 2));
      for (long number = low; number <= high; number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  @Test
  void whatOnlyStandsForOthersIsSaid() {
    assertThat(possible("", "NAME").representative()).isTrue();
    assertThat(possible("", "CPUS").representative()).isFalse();
    assertThat(possible("", "CLK").representative()).isFalse();
  }

  @Test
  void whatIsKnownIsNotLookedForAgain() {
    List<Symbol> symbols =
        List.of(
            Objects.requireNonNull(tree.find("CLK")), Objects.requireNonNull(tree.find("CPUS")));
    Configurations shown = new Configurations();
    List<Possible> all = survey("PLATFORM").keeping(shown).of(symbols);
    Sightings seen = new Sightings();
    Symbol platform = Objects.requireNonNull(tree.find("PLATFORM"));
    shown.forEach(
        config -> seen.add(config, world::evaluate, e -> e.text(platform).equals("y"), symbols));
    Survey again = survey("PLATFORM");
    assertThat(again.of(symbols, seen)).isEqualTo(all);
    assertThat(again.models()).isLessThan(shown.count());
    // What the condition does not allow is not taken for its values.
    Sightings none = new Sightings();
    shown.forEach(config -> none.add(config, world::evaluate, e -> false, symbols));
    assertThat(none.has(symbols.getFirst(), "y")).isFalse();
  }

  private List<String> ranges(String when, String symbol) {
    return Objects.requireNonNull(possible(when, symbol).ranges());
  }

  private Possible possible(String when, String symbol) {
    Symbol asked = Objects.requireNonNull(tree.find(symbol));
    return survey(when).of(List.of(asked)).getFirst();
  }

  private Survey survey(String when) {
    Model model = Model.of(tree);
    ModelTerms terms = new ModelTerms(model);
    Condition condition =
        ConditionParser.parse(Snippet.of("--when", when.isEmpty() ? "y" : when), names());
    terms.announce(condition);
    int literal = new ConditionEncoder(terms).value(condition).m();
    return new Survey(model, literal, world::evaluate, limit);
  }

  private SymbolNames names() {
    return new SymbolNames() {
      @Override
      public @Nullable Symbol find(String name) {
        return tree.find(name);
      }

      @Override
      public String hint(String name) {
        return "";
      }
    };
  }
}
