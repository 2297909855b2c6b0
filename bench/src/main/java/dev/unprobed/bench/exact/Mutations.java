package dev.unprobed.bench.exact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A .config that somebody has changed by hand: answers that contradict each other, and lines that
 * are none.
 */
final class Mutations implements Family {

  private static final int LEAST = 4;
  private static final int PER_SEED = 20;

  @Override
  public List<Job> jobs(Place place, int depth) throws IOException {
    Job made = Job.defconfig(place);
    List<Job> jobs = new ArrayList<>();
    for (int seed = 1; seed <= Math.max(LEAST, depth / PER_SEED); seed++) {
      Mutator flips = new Mutator(seed, Mutator.FLIPS);
      Mutator nonsense = new Mutator(seed, Mutator.NONSENSE);
      jobs.add(Job.of(place, "olddefconfig", "flips-" + seed).after(made, flips));
      jobs.add(Job.of(place, "olddefconfig", "nonsense-" + seed).after(made, nonsense));
      jobs.add(
          Job.of(place, "olddefconfig", "strict-" + seed)
              .after(made, nonsense)
              .variable("KCONFIG_WARN_UNKNOWN_SYMBOLS", "1")
              .variable("KCONFIG_WERROR", "1"));
    }
    return jobs;
  }
}
