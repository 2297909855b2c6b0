package dev.unprobed.bench.exact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * What a build does first: auto.conf, autoconf.h, and a file touched for each symbol that changed.
 */
final class SyncConfigs implements Family {

  private static final String TARGET = "syncconfig";
  private static final int FEW = 2;
  private static final int MANY = 100;

  @Override
  public List<Job> jobs(Place place, int depth) throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (Job made : Defconfigs.first(place, depth >= MANY ? FEW : 1)) {
      String name = made.name();
      Job synced = Job.of(place, TARGET, name).after(made);
      jobs.add(synced);
      jobs.add(again(synced, "again-" + name, UnaryOperator.identity()));
      jobs.add(again(synced, "changed-" + name, Edits::withoutModules));
      jobs.add(Job.of(place, TARGET, "half-" + name).after(made, Edits::half));
      jobs.add(olddefconfigIn(synced, name));
    }
    Job first = Job.defconfig(place);
    jobs.add(elsewhere(place, first));
    jobs.add(
        Job.of(place, TARGET, "no-silent-update")
            .after(first, Edits::half)
            .variable("KCONFIG_NOSILENTUPDATE", "1"));
    jobs.add(Job.of(place, TARGET, "no-config"));
    return jobs;
  }

  /** A second run where the first one left its files, with a .config that may have changed. */
  private static Job again(Job synced, String name, UnaryOperator<String> edit) {
    return Job.of(synced.place(), TARGET, name)
        .inputs(expected -> changed(expected.of(synced), edit));
  }

  /** Outside of a build, auto.conf is made only if it is not there. */
  private static Job olddefconfigIn(Job synced, String name) {
    return Job.of(synced.place(), "olddefconfig", "synced-" + name)
        .inputs(expected -> changed(expected.of(synced), Edits::withoutModules));
  }

  private static SortedMap<String, String> changed(Outcome synced, UnaryOperator<String> edit) {
    SortedMap<String, String> files = synced.everything();
    files.computeIfPresent(Job.CONFIG, (name, config) -> edit.apply(config));
    return files;
  }

  private static Job elsewhere(Place place, Job made) {
    return Job.of(place, TARGET, "elsewhere")
        .after(made)
        .variable("KCONFIG_AUTOCONFIG", "out/auto.conf")
        .variable("KCONFIG_AUTOHEADER", "out/include/autoconf.h")
        .variable("KCONFIG_RUSTCCFG", "out/rustc_cfg");
  }
}
