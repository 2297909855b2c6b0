package dev.unprobed.bench.exact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All jobs for a tree and an architecture.
 *
 * @param deep how many seeds for the architectures that most people build
 * @param shallow how many for the others
 */
public record Matrix(int deep, int shallow) {

  private static final Set<String> MUCH_USED =
      Set.of("arm64", "arm", "x86", "riscv", "powerpc", "mips");

  private static final List<Family> FAMILIES =
      List.of(
          new Defconfigs(),
          new AllConfigs(),
          new RandConfigs(),
          new NewSymbols(),
          new SyncConfigs(),
          new Seeded(),
          new Mutations(),
          new Settings());

  public List<Job> jobs(Place place) throws IOException {
    int depth = MUCH_USED.contains(place.arch().name()) ? deep : shallow;
    List<Job> jobs = new ArrayList<>();
    for (Family family : FAMILIES) {
      jobs.addAll(family.jobs(place, depth));
    }
    return jobs;
  }
}
