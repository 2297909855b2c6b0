package dev.unprobed.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class StandingsTest {

  private static final Contestant CONF = Contestant.of("conf", List.of("conf"), Map.of());
  private static final Contestant OTHER = Contestant.of("other", List.of("other"), Map.of());

  @Test
  void comparesRoundByRound() {
    // The machine is three times as slow in the last round; the ratios do not care.
    String table = standings(OTHER, 0.5, 0.5, 1.8).markdown();

    assertThat(table).contains("| conf | 1.000 | 1.00 | – | 2.00 | – |");
    assertThat(table).contains("| other | 0.500 | 0.50 | – | 2.00 | – |");
  }

  @Test
  void judgesByTheMedianOfTheRatios() {
    assertThat(standings(OTHER.within(0.5), 0.5, 0.5, 30).isWithinLimits()).isTrue();
    assertThat(standings(OTHER.within(0.5), 0.5, 0.6, 1.8).isWithinLimits()).isFalse();
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTwo() {
    assertThat(Standings.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
  }

  private static Standings standings(Contestant other, double... walls) {
    Map<Contestant, List<Cost>> costs = new LinkedHashMap<>();
    costs.put(CONF, costs(1, 1, 3));
    costs.put(other, costs(walls));
    return new Standings(costs);
  }

  private static List<Cost> costs(double... walls) {
    return DoubleStream.of(walls).mapToObj(wall -> new Cost(wall, 2, Double.NaN)).toList();
  }
}
