package dev.unprobed.kconfig.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.Outcome.Verdict;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What programs get; {@link ExplainGoldenTest} has what people read. */
class ExplainerTest {
  private static final String DRIVERS =
      """
      config MODULES
      \tdef_bool y
      \tmodules
      config EXPERT
      \tbool "Expert"
      config BOARD
      \tbool "Board"
      \tselect CLK
      config CLK
      \ttristate
      \tselect CLK_CORE
      config CLK_CORE
      \ttristate "Core"
      config BUS
      \ttristate "Bus"
      config DRIVER
      \ttristate "Driver" if EXPERT || BUS
      \tdepends on BUS
      config FLAG
      \tbool "Flag"
      \tdepends on BUS=y
      """;

  private static final World WORLD =
      World.of(DRIVERS, "CONFIG_BOARD=y", "CONFIG_BUS=m", "CONFIG_DRIVER=y");

  @Test
  void aChainEndsWhereTheUserSaidSo() {
    Cause.BySelect cause = (Cause.BySelect) WORLD.cause("CLK_CORE");
    assertThat(cause.chain()).extracting(link -> link.selector().name()).contains("CLK", "BOARD");
    assertThat(cause.chain()).extracting(Link::strength).containsOnly(2);
    Cause.ByUser root = (Cause.ByUser) cause.root();
    assertThat(root.wanted()).isEqualTo("y");
    assertThat(root.line()).map(Object::toString).hasValue(".config:1");
  }

  @Test
  void aWishIsAcceptedClampedOrDropped() {
    assertThat(WORLD.ask("BUS", "y").verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(WORLD.ask("BUS", "n").verdict()).isEqualTo(Verdict.ACCEPTED);
    World without = World.of(DRIVERS, "CONFIG_BUS=m");
    Outcome clamped = without.ask("DRIVER", "y");
    assertThat(clamped.verdict()).isEqualTo(Verdict.CLAMPED);
    assertThat(clamped.after()).isEqualTo("m");
    assertThat(WORLD.ask("CLK_CORE", "n").verdict()).isEqualTo(Verdict.DROPPED);
  }

  @Test
  void askingChangesNothing() {
    WORLD.ask("BUS", "n");
    assertThat(WORLD.why("BUS").value()).isEqualTo("m");
    assertThat(WORLD.why("DRIVER").value()).isEqualTo("m");
  }

  @Test
  void everyObstacleIsAKindOfItsOwn() {
    assertThat(WORLD.obstacle("CLK_CORE", "n")).isInstanceOf(Obstacle.Selected.class);
    assertThat(WORLD.obstacle("DRIVER", "y")).isInstanceOf(Obstacle.OnlyModule.class);
    assertThat(WORLD.obstacle("FLAG", "y")).isInstanceOf(Obstacle.Hidden.class);
    assertThat(WORLD.obstacle("FLAG", "m")).isInstanceOf(Obstacle.BoolNotModule.class);
    assertThat(WORLD.obstacle("BUS", "17")).isInstanceOf(Obstacle.NotAValue.class);
    World alone = World.of(DRIVERS);
    assertThat(alone.obstacle("CLK", "y")).isInstanceOf(Obstacle.NoPrompt.class);
  }

  @Test
  void aNeedNamesTheOperandTheLineAndAWayOut() {
    Obstacle.Hidden hidden = (Obstacle.Hidden) WORLD.obstacle("FLAG", "y");
    Blocker blocker = hidden.prompts().getFirst().blockers().getFirst();
    assertThat(blocker.clause().kind()).isEqualTo(Clause.Kind.DEPENDS);
    assertThat(blocker.clause().location()).hasToString("Kconfig:21");
    Need.Atom atom = (Need.Atom) blocker.need();
    assertThat(atom.term().text()).isEqualTo("BUS [=m]=y");
    assertThat(atom.settings()).hasToString("[BUS=y]");
  }

  @Test
  void aRecipeHoldsWhatIsNeededAndNoMore() {
    assertThat(recipe(WORLD, "FLAG", "y")).isEqualTo("BUS=y FLAG=y");
    assertThat(recipe(WORLD, "CLK", "n")).isEqualTo("BOARD=n");
    assertThat(recipe(WORLD, "FLAG", "m")).isEmpty();
  }

  private static String recipe(World world, String name, String wanted) {
    SequencedMap<Symbol, String> recipe = world.explainer().recipe(world.symbol(name), wanted);
    return recipe.entrySet().stream()
        .map(setting -> setting.getKey().name() + "=" + setting.getValue())
        .collect(Collectors.joining(" "));
  }

  @Test
  void anUndefinedSymbolIsN() {
    World world = World.of("config A\n\tbool \"A\"\n\tdepends on MISSING\n");
    assertThat(world.cause("MISSING")).isEqualTo(new Cause.Undefined());
    assertThat(world.ask("MISSING", "n").accepted()).isTrue();
    assertThat(world.ask("MISSING", "y").obstacles())
        .containsExactly(new Obstacle.NotDefined(world.symbol("MISSING")));
  }

  @Test
  void namesThatAreNearAreFound() {
    Explainer explainer = WORLD.explainer();
    assertThat(explainer.similar("DIRVER")).containsExactly("DRIVER");
    assertThat(explainer.similar("CORE_CLK")).containsExactly("CLK_CORE");
    assertThat(explainer.similar("NOTHING_LIKE_IT")).isEmpty();
  }

  /** Up to 6.7 the number is forgotten after all is computed, so the rest keeps its value. */
  @Test
  void aNumberOutOfRangeIsForgottenOrClamped() {
    String tree =
        """
        config SMALL
        \tbool "Small"
        config CPUS
        \tint "CPUs"
        \trange 2 8
        \tdefault 4
        config SHIFT
        \tint
        \tdefault 3 if CPUS=8
        \tdefault 2
        """;
    for (Generation old : List.of(Generation.LINUX_5_10, Generation.LINUX_6_1)) {
      World world = World.of(old, tree, "CONFIG_CPUS=99");
      assertThat(world.why("CPUS").value()).isEqualTo("4");
      assertThat(world.ask("CPUS", "99").after()).isEqualTo("4");
      assertThat(world.ask("SMALL", "y").accepted()).isTrue();
    }
    World later = World.of(Generation.LINUX_6_12, tree, "CONFIG_CPUS=99");
    assertThat(later.why("CPUS").value()).isEqualTo("8");
    assertThat(later.ask("CPUS", "1").after()).isEqualTo("2");
  }
}
