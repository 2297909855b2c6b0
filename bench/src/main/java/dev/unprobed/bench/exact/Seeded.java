package dev.unprobed.bench.exact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The targets that answer every question alike, or at random, with some answers given by
 * KCONFIG_ALLCONFIG.
 */
final class Seeded implements Family {

  private static final String ALLCONFIG = "KCONFIG_ALLCONFIG";
  private static final int SPARSE = 7;

  @Override
  public List<Job> jobs(Place place, int depth) throws IOException {
    Job source = Job.defconfig(place);
    List<Job> jobs = new ArrayList<>();
    List<String> targets = new ArrayList<>(AllConfigs.TARGETS);
    targets.add("randconfig");
    for (String target : targets) {
      jobs.add(seeded(place, source, target, "named", "some/my.config", "some/my.config"));
      jobs.add(seeded(place, source, target, "one", "1", "all.config"));
      jobs.add(seeded(place, source, target, "empty", "", own(target)));
    }
    jobs.add(seeded(place, source, "allnoconfig", "missing", "none.config", "other"));
    jobs.add(seeded(place, source, "randconfig", "none", "1", "other"));
    return jobs;
  }

  private static Job seeded(
      Place place, Job source, String target, String name, String value, String file) {
    return Job.of(place, target, "allconfig-" + name)
        .afterAs(file, source, config -> Edits.every(SPARSE, config))
        .variable(ALLCONFIG, value)
        .variable("KCONFIG_SEED", "1");
  }

  /** The file that a target reads when it is not told a name. */
  private static String own(String target) {
    return target.equals("randconfig")
        ? "allrandom.config"
        : target.replaceFirst("config$", ".config");
  }
}
