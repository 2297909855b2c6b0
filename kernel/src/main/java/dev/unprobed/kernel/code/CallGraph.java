package dev.unprobed.kernel.code;

import dev.unprobed.kernel.program.Architecture;
import java.util.Arrays;

/**
 * Which function has a direct call of, or a jump to, which address, from the branch instructions
 * alone. Calls through registers are not in it.
 */
public final class CallGraph {
  private final Functions functions;

  /** By caller: where its targets start in {@link #targets}; one more at the end. */
  private final int[] firstTarget;

  private final long[] targets;

  /** Pairs of target and caller, by target. */
  private final long[] calledTargets;

  private final int[] callers;

  private CallGraph(Functions functions, int[] firstTarget, long[] targets) {
    this.functions = functions;
    this.firstTarget = firstTarget;
    this.targets = targets;
    this.calledTargets = targets.clone();
    Arrays.sort(calledTargets);
    this.callers = new int[targets.length];
    invert();
  }

  public static CallGraph of(Functions functions, Architecture architecture) {
    var set = InstructionSet.of(architecture);
    var first = new int[functions.count() + 1];
    var targets = new long[1024];
    int count = 0;
    for (int i = 0; i < functions.count(); i++) {
      first[i] = count;
      int[] words = functions.words(i);
      long start = functions.start(i);
      long end = start + 4L * words.length;
      for (int at = 0; at < words.length; at++) {
        long target = set.target(words[at], start + 4L * at);
        if (target != 1 && (target <= start || target >= end)) {
          targets = count == targets.length ? Arrays.copyOf(targets, 2 * count) : targets;
          targets[count++] = target;
        }
      }
      count = distinct(targets, first[i], count);
    }
    first[functions.count()] = count;
    return new CallGraph(functions, first, Arrays.copyOf(targets, count));
  }

  private static int distinct(long[] targets, int from, int to) {
    Arrays.sort(targets, from, to);
    int end = from;
    for (int i = from; i < to; i++) {
      if (i == from || targets[i] != targets[i - 1]) {
        targets[end++] = targets[i];
      }
    }
    return end;
  }

  /** Each target's callers, in the order of the sorted targets. */
  private void invert() {
    var next = new int[targets.length];
    for (int caller = 0; caller < functions.count(); caller++) {
      for (int i = firstTarget[caller]; i < firstTarget[caller + 1]; i++) {
        int start = lowest(targets[i]);
        callers[start + next[start]++] = caller;
      }
    }
  }

  private int lowest(long target) {
    int low = 0;
    int high = calledTargets.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (calledTargets[middle] < target) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The addresses that a function of an index calls or jumps to, outside of itself, ascending. */
  public long[] targets(int function) {
    return Arrays.copyOfRange(targets, firstTarget[function], firstTarget[function + 1]);
  }

  /** How many functions call or jump to exactly that address. */
  public int callerCount(long target) {
    return lowest(target + 1) - lowest(target);
  }

  /** The indices of the functions that call or jump to exactly that address, ascending. */
  public int[] callers(long target) {
    int start = lowest(target);
    int end = start;
    while (end < calledTargets.length && calledTargets[end] == target) {
      end++;
    }
    return Arrays.copyOfRange(callers, start, end);
  }
}
