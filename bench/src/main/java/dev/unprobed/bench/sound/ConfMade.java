package dev.unprobed.bench.sound;

import dev.unprobed.bench.exact.Expected;
import dev.unprobed.bench.exact.Job;
import dev.unprobed.bench.exact.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Configurations out of conf: randconfig for many seeds, then olddefconfig until nothing changes.
 */
record ConfMade(Place place, Expected conf) {
  private static final int ROUNDS = 6;

  /** The first is conf's own. */
  private static final List<String> PROBABILITIES =
      List.of("", "10", "20:30", "", "70:20:10", "50", "", "90", "30:60:10", "2");

  /**
   * One of them.
   *
   * @param number of the configuration, from 1, which is its seed
   * @return absent when conf does not come to an end
   */
  Optional<String> fixedPoint(int number) throws IOException {
    String config = conf.of(randconfig(number)).file(Job.CONFIG);
    for (int round = 0; round < ROUNDS; round++) {
      String before = config;
      Job job = Job.of(place, "olddefconfig", "random-" + number).on(Job.CONFIG, _ -> before);
      config = conf.of(job).file(Job.CONFIG);
      if (config.equals(before)) {
        return Optional.of(config);
      }
    }
    return Optional.empty();
  }

  private Job randconfig(int number) {
    String seed = Integer.toString(number);
    String probability = PROBABILITIES.get((number - 1) % PROBABILITIES.size());
    Job job = Job.of(place, "randconfig", seed).variable("KCONFIG_SEED", seed);
    return probability.isEmpty() ? job : job.variable("KCONFIG_PROBABILITY", probability);
  }
}
