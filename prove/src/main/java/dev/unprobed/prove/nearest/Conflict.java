package dev.unprobed.prove.nearest;

import dev.unprobed.prove.model.Line;
import java.util.List;

/**
 * Why requests cannot all be met.
 *
 * @param requests those of which each one is part of the conflict
 * @param kept whether the condition that was to be kept is part of it
 * @param reasons a minimal set of lines that no configuration gets around; empty when they were not
 *     found in time
 */
public record Conflict(List<Request> requests, boolean kept, List<Line> reasons) {
  public Conflict {
    requests = List.copyOf(requests);
    reasons = List.copyOf(reasons);
  }
}
