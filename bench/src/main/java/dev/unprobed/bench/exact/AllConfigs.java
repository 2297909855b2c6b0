package dev.unprobed.bench.exact;

import java.util.ArrayList;
import java.util.List;

/** The targets that answer every question alike, and what is made of the result. */
final class AllConfigs implements Family {

  static final List<String> TARGETS =
      List.of("allnoconfig", "allyesconfig", "allmodconfig", "alldefconfig");

  @Override
  public List<Job> jobs(Place place, int depth) {
    List<Job> jobs = new ArrayList<>();
    for (String target : TARGETS) {
      Job made = Job.of(place, target, "plain");
      jobs.add(made);
      jobs.add(Job.of(place, "olddefconfig", target).after(made));
      jobs.add(Job.of(place, "savedefconfig", target).argument("defconfig").after(made));
    }
    return jobs;
  }
}
