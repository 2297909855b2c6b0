package dev.unprobed.app.repair;

import java.util.List;

/**
 * What became of the broken rules about one tree.
 *
 * @param notTried rules for which there was no repair to try, and why; readable
 */
public record Repairs(List<Repaired> repaired, List<String> notTried) {
  /** Nobody asked for any. */
  public static final Repairs NONE = new Repairs(List.of(), List.of());

  public Repairs {
    repaired = List.copyOf(repaired);
    notTried = List.copyOf(notTried);
  }
}
