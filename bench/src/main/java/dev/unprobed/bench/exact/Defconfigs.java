package dev.unprobed.bench.exact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every defconfig of the architecture, and what is made of the result. */
final class Defconfigs implements Family {

  private static final List<String> REWRITES =
      List.of("olddefconfig", "yes2modconfig", "mod2yesconfig", "mod2noconfig");

  private static final int REWRITTEN = 4;

  @Override
  public List<Job> jobs(Place place, int depth) throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (String file : place.defconfigs()) {
      Job made = job(place, file);
      jobs.add(made);
      jobs.add(Job.of(place, "savedefconfig", made.name()).argument("defconfig").after(made));
    }
    for (Job made : first(place, REWRITTEN)) {
      REWRITES.forEach(target -> jobs.add(Job.of(place, target, made.name()).after(made)));
    }
    return jobs;
  }

  /** The job that makes a .config of a defconfig such as {@code arch/arm64/configs/defconfig}. */
  static Job job(Place place, String file) {
    String name = file.replaceFirst(".*/configs/", "").replace('/', '-');
    return Job.of(place, "defconfig", name).argument(file);
  }

  /** Jobs for the first few defconfigs; an architecture without any starts from its defaults. */
  static List<Job> first(Place place, int most) throws IOException {
    List<Job> jobs = place.defconfigs().stream().limit(most).map(file -> job(place, file)).toList();
    return jobs.isEmpty() ? List.of(Job.of(place, "alldefconfig", "plain")) : jobs;
  }
}
