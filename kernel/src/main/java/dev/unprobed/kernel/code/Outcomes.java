package dev.unprobed.kernel.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The calls that matter in a walk, and which of them all ways have in common. */
final class Outcomes {
  private static final int TRACKED = 64;

  private final Calls calls;
  private final Map<Long, Integer> sites = new LinkedHashMap<>();
  private final Map<Long, Long> targets = new HashMap<>();
  private final Set<Long> reached = new HashSet<>();
  private final Set<Long> repeated = new HashSet<>();
  private final Passed likely = new Passed();
  private final Passed successful = new Passed();
  private final Passed any = new Passed();
  private boolean survived;

  /** What some ways have in common. */
  private static final class Passed {
    private long always = -1;
    private boolean happened;

    private void add(Machine machine) {
      always &= machine.passed;
      happened = true;
    }
  }

  Outcomes(Calls calls) {
    this.calls = calls;
  }

  boolean isReached(long site) {
    return reached.contains(site);
  }

  /** A way comes by a call. */
  void call(Machine machine, long site, long target) {
    reached.add(site);
    targets.put(site, target);
    int index = sites.computeIfAbsent(site, s -> sites.size());
    if (index >= TRACKED || (machine.passed >>> index & 1) != 0) {
      repeated.add(site);
    } else {
      machine.passed |= 1L << index;
    }
  }

  /** The calls that a way came to more than once, and those of which that is not known. */
  Set<Long> repeated() {
    return Set.copyOf(repeated);
  }

  /** Whether a way has ended that does not return a failure. */
  boolean hasSurvived() {
    return survived;
  }

  /** The calls on all ways that succeed, or else on all ways. */
  Set<Long> always() {
    long mask = (likely.happened ? likely : successful.happened ? successful : any).always;
    var always = new HashSet<Long>();
    sites.forEach((site, index) -> {
      if (index < TRACKED && (mask >>> index & 1) != 0 && reached.contains(site)) {
        always.add(site);
      }
    });
    return always;
  }

  /** A way ends. */
  void leave(Machine machine, boolean failed) {
    any.add(machine);
    survived |= !failed;
    if (!failed && !failedToMatter(machine)) {
      successful.add(machine);
      if (!machine.unlikely) {
        likely.add(machine);
      }
    }
  }

  /** Whether a call that matters is known to have failed, which functions without a result hide. */
  private boolean failedToMatter(Machine machine) {
    return machine.failed.stream()
            .anyMatch(o -> o instanceof Value.Result(long site) && isInteger(site))
        || machine.nulls.stream()
            .anyMatch(o -> o instanceof Value.Result(long site) && isPointer(site));
  }

  private boolean isInteger(long site) {
    var target = targets.get(site);
    return target != null && !calls.givesPointer(target);
  }

  private boolean isPointer(long site) {
    var target = targets.get(site);
    return target != null && calls.givesPointer(target);
  }
}
