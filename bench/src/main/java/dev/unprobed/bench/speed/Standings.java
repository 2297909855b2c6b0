package dev.unprobed.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What came of a race. */
public final class Standings {

  private static final String HEAD =
      """
      | contestant | wall s | of conf | at most | CPU s | largest process MiB |
      | --- | --: | --: | --: | --: | --: |
      """;

  private final Map<Contestant, List<Cost>> costs;
  private final List<Cost> first;

  /**
   * Takes the first contestant as the one to compare with.
   *
   * @param costs of each, in the same rounds
   */
  public Standings(Map<Contestant, List<Cost>> costs) {
    this.costs = costs;
    this.first = costs.values().iterator().next();
  }

  /** Whether all keep to their limits. */
  public boolean isWithinLimits() {
    return costs.entrySet().stream()
        .allMatch(entry -> ratio(entry.getValue()) <= entry.getKey().limit());
  }

  public String markdown() {
    StringBuilder table = new StringBuilder(HEAD);
    costs.forEach((contestant, all) ->
        table.append(
            "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                    contestant.name(),
                    text("%.3f", median(all, Cost::wall)),
                    text("%.2f", ratio(all)),
                    text("%.2f", contestant.limit()),
                    text("%.2f", median(all, Cost::cpu)),
                    text("%.0f", median(all, Cost::memory)))));
    return table.toString();
  }

  /** The median of the ratios of the wall times of the same round. */
  private double ratio(List<Cost> all) {
    return median(
        IntStream.range(0, all.size())
            .mapToObj(round -> all.get(round).wall() / first.get(round).wall())
            .toList());
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
    return median(costs.stream().mapToDouble(part).boxed().toList());
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(Double::compare);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String text(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
  }
}
