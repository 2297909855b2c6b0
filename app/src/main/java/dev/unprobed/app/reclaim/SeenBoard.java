package dev.unprobed.app.reclaim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a run showed on one board, as far as a report tells it.
 *
 * @param name of the board; with that of its file, where several are called the same
 * @param printed absent if the kernel said nothing
 * @param predicted pages; absent if nobody said
 * @param growth of MemTotal, in KiB; absent if a boot did not come to its end
 * @param units that might have left, in the order of the kernel's table
 * @param ledger what became of un-probed bytes; empty if nobody said
 * @param differences from what should be, for people; empty if all is well
 */
record SeenBoard(
    String name,
    Optional<Printed> printed,
    OptionalLong predicted,
    OptionalLong growth,
    List<Unit> units,
    List<Check> checks,
    List<Part> ledger,
    List<String> differences) {

  /** What the kernel sums up. */
  record Printed(long left, long stayed, long pages, long kibibytes, long microseconds) {}

  /** A unit, its name left out. */
  record Unit(String state, String reason, long bytes) {
    /** For people: "left", or "stays: bound"; some could leave, and only were not let. */
    String fate() {
      boolean could = reason.isEmpty() || reason.equals("-");
      if (could && state.equals("stays")) {
        return "stays: could leave";
      }
      return could ? state : state + ": " + reason;
    }
  }

  /** A check; usual is one that is bad with no unit gone, too. */
  record Check(
      String name, String outcome, List<String> said, List<String> troubles, boolean usual) {
    /** In a word or two. */
    String verdict() {
      String word = troubles.isEmpty() ? outcome : "failed";
      return usual ? word + " (usual)" : word;
    }

    /** Why it did not just pass; absent if it did, or said nothing. */
    Optional<String> because() {
      if (outcome.equals("passed") && troubles.isEmpty()) {
        return Optional.empty();
      }
      List<String> reasons = troubles.isEmpty() ? said.reversed() : troubles;
      return reasons.stream().findFirst();
    }
  }

  /** Bytes of the ledger, and what became of them. */
  record Part(String name, long bytes, List<Item> items) {
    /** What became of some of them. */
    record Item(String what, long bytes) {}

    /** 0 if none. */
    long of(String what) {
      return items.stream().filter(i -> i.what().equals(what)).mapToLong(Item::bytes).sum();
    }
  }

  /** Absent if nobody said. */
  Optional<Part> part(String part) {
    return ledger.stream().filter(p -> p.name().equals(part)).findFirst();
  }

  /** Units of one fate. */
  record Share(long units, long bytes) {}

  /** What became of the units; sorted by fate. */
  Map<String, Share> fates() {
    Map<String, Share> fates = new TreeMap<>();
    for (Unit unit : units) {
      fates.merge(
          unit.fate(),
          new Share(1, unit.bytes()),
          (a, b) -> new Share(a.units() + b.units(), a.bytes() + b.bytes()));
    }
    return fates;
  }

  SeenBoard called(String other) {
    return new SeenBoard(other, printed, predicted, growth, units, checks, ledger, differences);
  }
}
