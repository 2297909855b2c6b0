package dev.unprobed.prove.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.sat.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {
  private static final String KCONFIG =
      """
      config MODULES
      	bool "Modules"
      	modules
      config EXPERT
      	bool "Expert"
      config EMBEDDED
      	bool "Embedded"
      	select EXPERT
      config TTY
      	bool "Terminals" if EXPERT
      	default y
      config BUS
      	tristate "Bus"
      config DRIVER
      	tristate "Driver"
      	depends on BUS
      config USER
      	bool "Needs the driver"
      	select DRIVER
      	select BUS
      config SIZE
      	int "Size"
      	range 1 64 if !EXPERT
      	default 8
      choice
      	prompt "Page size"
      config SMALL
      	bool "Small"
      config LARGE
      	bool "Large"
      endchoice
      config DEAD
      	bool "Dead"
      	depends on SMALL && LARGE
      """;

  private static final String CONFIG =
      """
      CONFIG_MODULES=y
      CONFIG_BUS=y
      CONFIG_USER=y
      CONFIG_DRIVER=y
      CONFIG_SIZE=16
      CONFIG_SMALL=y
      """;

  /** A tree, and the configuration to change. */
  private record Place(World world, MenuTree tree, Start start) {
    static Place of(Generation generation) {
      World world = World.of(generation, Map.of("Kconfig", KCONFIG), "");
      Start start = Start.of(CONFIG, world::evaluate);
      return new Place(world, world.explainer().tree(), start);
    }

    Planner planner(@Nullable Condition keep, String... wanted) {
      List<Request> requests = new ArrayList<>();
      for (String request : wanted) {
        String[] parts = request.split("=", -1);
        requests.add(new Request(Objects.requireNonNull(tree.find(parts[0])), parts[1]));
      }
      return new Planner(requests, keep, start, Limit.NONE);
    }

    List<String> plans(@Nullable Condition keep, String... wanted) {
      List<String> plans = new ArrayList<>();
      for (Example plan : planner(keep, wanted).plans(5)) {
        plans.add(
            String.join(
                " ",
                plan.changes().stream().map(c -> c.symbol() + "=" + c.after()).sorted().toList()));
      }
      return plans;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12"})
  void changesOnlyWhatHasToChange(Generation generation) {
    Place place = Place.of(generation);
    assertThat(place.plans(null, "BUS=y")).containsExactly("");
    assertThat(place.plans(null, "EXPERT=y")).containsExactly("EXPERT=y");
    assertThat(place.plans(null, "DRIVER=n")).containsExactly("DRIVER=n USER=n");
    assertThat(place.plans(null, "LARGE=y", "SIZE=64"))
        .allSatisfy(plan -> assertThat(plan).contains("LARGE=y").contains("SIZE=64"));
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12"})
  void findsOtherWays(Generation generation) {
    Place place = Place.of(generation);
    assertThat(place.plans(null, "TTY=n"))
        .containsExactlyInAnyOrder("EXPERT=y TTY=n", "EMBEDDED=y TTY=n");
    assertThat(place.plans(null, "SIZE=100"))
        .containsExactlyInAnyOrder("EXPERT=y SIZE=100", "EMBEDDED=y SIZE=100");
    Condition noExpert =
        new Condition.Not(
            new Condition.Value(Objects.requireNonNull(place.tree().find("EMBEDDED"))));
    assertThat(place.plans(noExpert, "TTY=n")).containsExactly("EXPERT=y TTY=n");
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12"})
  void saysWhichRequestsConflict(Generation generation) {
    Place place = Place.of(generation);
    Planner planner = place.planner(null, "EXPERT=y", "DRIVER=n", "USER=y");
    assertThat(planner.plans(1)).isEmpty();
    Conflict conflict = planner.conflict().orElseThrow();
    assertThat(conflict.requests())
        .extracting(request -> request.symbol().displayName())
        .containsExactly("DRIVER", "USER");
    assertThat(conflict.reasons()).isNotEmpty();
    assertThat(place.planner(null, "DEAD=y").conflict().orElseThrow().reasons()).isNotEmpty();
    assertThat(place.planner(null, "SIZE=100").conflict()).isEmpty();
  }
}
