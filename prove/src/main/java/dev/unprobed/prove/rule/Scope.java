package dev.unprobed.prove.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a rules file are about.
 *
 * @param tree a folder, relative to the file of rules unless it is absolute; absent for the tree
 *     that the user names
 * @param architectures as in {@code ARCH=}; empty for every one
 */
public record Scope(@Nullable String tree, List<String> architectures) {
  static final Scope ALL = new Scope(null, List.of());

  public Scope {
    architectures = List.copyOf(architectures);
  }

  /** Whether the statements are about an architecture. */
  public boolean covers(String architecture) {
    return architectures.isEmpty() || architectures.contains(architecture);
  }
}
