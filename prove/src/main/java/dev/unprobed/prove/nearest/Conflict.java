package dev.unprobed.prove.nearest;

import dev.unprobed.prove.model.Line;
import java.util.List;

/**
 * Why requests cannot all be met.
 *
 * @param requests those of which each one is part of the conflict
 * @param kept whether the condition that was to be kept is part of it
 * @param reasons a minimal set of lines that no configuration gets around; empty when no line
 *     matters, or when {@code explained} is false
 * @param explained whether the lines were found in the time that there was
 */
public record Conflict(
    List<Request> requests, boolean kept, List<Line> reasons, boolean explained) {
  public Conflict {
    requests = List.copyOf(requests);
    reasons = List.copyOf(reasons);
  }
}
