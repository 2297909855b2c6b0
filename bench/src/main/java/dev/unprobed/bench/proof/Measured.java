package dev.unprobed.bench.proof;

import dev.unprobed.bench.speed.Cost;

/**
 * All that proofs cost, beside what others publish about theirs.
 *
 * @param one a process that answers for one symbol
 * @param all a process that answers for every symbol
 */
public record Measured(Formula formula, Cost one, Cost all) {
  private static final double MODEL_LIMIT = 5;
  private static final double PROOF_LIMIT = 1;
  private static final double ALL_LIMIT = 60;
  private static final double MEMORY_LIMIT = 2048;
  private static final double HOUR = 3600;
  private static final double KLOCALIZER = 3.6 + 7.8 + 3.5;

  /** Whether everything is as quick and small as it is to be. */
  public boolean withinLimits() {
    return formula.cold() < MODEL_LIMIT
        && formula.slowestProof() < PROOF_LIMIT
        && all.wall() < ALL_LIMIT
        && !(all.memory() >= MEMORY_LIMIT);
  }

  /** A table. */
  public String markdown() {
    return """
    | what | unprobed | at most | what others publish |
    | --- | --: | --: | --- |
    | formula of every symbol, first time in a JVM | %.2f s | 5 s | – |
    | the same, warm | %.2f s | – | – |
    | variables, clauses | %,d, %,d | – | ConfigFix, x86 6.17: 75,888, 308,209 |
    | one proof, warm: median, slowest of 100 | %.0f ms, %.0f ms | 1,000 ms | – |
    | one symbol, whole process | %.1f s | – | klocalizer, one configuration: 14.9 s (%.1f times) |
    | every symbol, whole process | %.1f s | 60 s | kismet, one property: about an hour (%.0f times) |
    | the same, CPU | %.1f s | – | – |
    | the same, largest process | %.0f MiB | 2,048 MiB | ConfigFix: about 1 GB |

    The figures of others are those that their authors publish or report: other machines, other kernels, and other \
    questions. klocalizer takes 3.6 s to search, 7.8 s to write and 3.5 s for olddefconfig; kismet looks at selects \
    with unmet dependencies, for one architecture; ConfigFix resolves conflicts. Only the order of magnitude compares.
    """
        .formatted(
            formula.cold(),
            formula.warm(),
            formula.variables(),
            formula.clauses(),
            formula.proof() * 1000,
            formula.slowestProof() * 1000,
            one.wall(),
            KLOCALIZER / one.wall(),
            all.wall(),
            HOUR / all.wall(),
            all.cpu(),
            all.memory());
  }
}
