package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.tree.TreeUnit;

/** What is decided about a built-in unit. */
public sealed interface Verdict {
  TreeUnit unit();

  /** It may leave. */
  record Admitted(Candidate candidate) implements Verdict {
    @Override
    public TreeUnit unit() {
      return candidate.unit();
    }
  }

  /**
   * It stays on every board.
   *
   * @param reason of which kind
   * @param proof the relocation or the call that shows it, for people
   * @param bytes of it that stay in memory for this reason
   */
  record Refused(TreeUnit unit, Reason reason, String proof, long bytes) implements Verdict {}
}
