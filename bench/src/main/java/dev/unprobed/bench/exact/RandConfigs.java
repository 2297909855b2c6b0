package dev.unprobed.bench.exact;

import java.util.ArrayList;
import java.util.List;

/** Random answers, for many seeds; and what olddefconfig makes of them. */
final class RandConfigs implements Family {

  private static final String RANDCONFIG = "randconfig";
  private static final int SAVED = 10;
  private static final int LEAST = 3;
  private static final int MANY = 100;
  private static final List<String> PROBABILITIES =
      List.of("10", "20:30", "70:20:10", "0", "100", "50:", "101", "60:50", "x", "1:2:3:4");
  private static final List<String> SEEDS = List.of("0x1F", "017", "-5", "4294967297");

  @Override
  public List<Job> jobs(Place place, int depth) {
    List<Job> jobs = new ArrayList<>();
    for (int seed = 1; seed <= depth; seed++) {
      Job made = job(place, Integer.toString(seed));
      jobs.add(made);
      jobs.add(Job.of(place, "olddefconfig", "rand-" + seed).after(made));
      if (seed % SAVED == 0) {
        jobs.add(Job.of(place, "savedefconfig", "rand-" + seed).argument("defconfig").after(made));
      }
    }
    PROBABILITIES.stream()
        .limit(Math.max(LEAST, depth / SAVED))
        .forEach(probability -> jobs.add(probable(place, probability)));
    if (depth >= MANY) {
      SEEDS.forEach(seed -> jobs.add(job(place, seed)));
    }
    return jobs;
  }

  private static Job probable(Place place, String probability) {
    return Job.of(place, RANDCONFIG, "probability-" + probability)
        .variable("KCONFIG_PROBABILITY", probability)
        .variable("KCONFIG_SEED", "1");
  }

  private static Job job(Place place, String seed) {
    return Job.of(place, RANDCONFIG, seed).variable("KCONFIG_SEED", seed);
  }
}
