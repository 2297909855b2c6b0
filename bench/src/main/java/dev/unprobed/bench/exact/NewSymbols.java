package dev.unprobed.bench.exact;

import dev.unprobed.bench.tree.Arch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A .config that does not know all symbols, or knows those of another architecture, or is not
 * there.
 */
final class NewSymbols implements Family {

  private static final List<String> TARGETS =
      List.of("olddefconfig", "listnewconfig", "helpnewconfig");
  private static final int FEW = 2;
  private static final int THIRD = 3;

  @Override
  public List<Job> jobs(Place place, int depth) throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (String target : TARGETS) {
      jobs.add(Job.of(place, target, "no-config"));
      for (Job made : Defconfigs.first(place, FEW)) {
        Job job = Job.of(place, target, "half-" + made.name()).after(made, Edits::half);
        jobs.add(job);
        jobs.add(
            job.named("third-" + made.name()).after(made, config -> Edits.every(THIRD, config)));
      }
    }
    for (String file : foreign(place)) {
      String name = file.replaceFirst("arch/([^/]*)/configs/", "$1-").replace('/', '-');
      jobs.add(Job.of(place, "defconfig", "foreign-" + name).argument(file));
      jobs.add(
          Job.of(place, "olddefconfig", "foreign-" + name)
              .on(Job.CONFIG, expected -> place.tree().text(file)));
    }
    jobs.add(Job.of(place, "defconfig", "missing").argument("arch/none/configs/defconfig"));
    return jobs;
  }

  /** The first defconfigs of the architectures that come next in the alphabet. */
  private static List<String> foreign(Place place) throws IOException {
    List<Arch> all = new ArrayList<>(Arch.in(place.tree()));
    List<String> names = all.stream().map(Arch::name).toList();
    int after = names.indexOf(place.arch().name()) + 1;
    List<String> files = new ArrayList<>();
    for (int i = after; files.size() < FEW; i++) {
      Arch other = all.get(i % all.size());
      if (!other.folder().equals(place.arch().folder())) {
        other.defconfigs(place.tree()).stream().limit(1).forEach(files::add);
      }
    }
    return files;
  }
}
