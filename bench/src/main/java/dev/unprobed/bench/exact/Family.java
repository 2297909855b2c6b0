package dev.unprobed.bench.exact;

import java.io.IOException;
import java.util.List;

/** Jobs of one kind. */
@FunctionalInterface
interface Family {

  /**
   * All of its jobs.
   *
   * @param depth how many to make of what there could be endlessly many of
   */
  List<Job> jobs(Place place, int depth) throws IOException;
}
