package dev.unprobed.reclaim.run;

import dev.unprobed.reclaim.run.Boots.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one kernel showed on one board: it boots without giving back, then with it and with checks.
 *
 * @param machine its name
 * @param without the boot with unprobed=off
 * @param with the boot in which units left
 * @param predicted pages that should come back; absent if nobody says
 * @param usual checks that are bad without giving back too, and so show nothing
 */
public record Evidence(
    String machine, Boot without, Boot with, OptionalLong predicted, Set<String> usual) {

  private static final Set<Check> ALWAYS_OURS = Set.of(Check.MODULES, Check.POKE, Check.TABLES);

  /**
   * What is to be shown.
   *
   * @param mode the kernel parameter, such as on or quarantine:5
   * @param saysComplete whether the guest says that all devices are there, instead of waiting
   * @param modules for {@link Check#MODULES}
   * @param pokes for {@link Check#POKE}
   * @param prediction of the pages that come back, made before units leave
   */
  public record Plan(
      String mode,
      boolean saysComplete,
      Set<Check> checks,
      Map<String, byte[]> modules,
      List<String> pokes,
      Predictor prediction) {}

  /** Who says how many pages will come back. */
  public interface Predictor {
    /**
     * Pages; absent if nobody can tell.
     *
     * @param modaliases what sits on the board's buses
     */
    OptionalLong pages(List<String> modaliases) throws IOException;
  }

  /** Boots twice; and a third time, without giving back, when a check is bad. */
  public static Evidence of(Boots boots, Plan plan) throws IOException {
    String machine = boots.emulator().machine().name();
    Boot without = boots.of(off(machine + "-off", plan, Set.of()));
    OptionalLong predicted = plan.prediction().pages(without.modaliases());
    Boot with =
        boots.of(
            new Task(
                machine + "-on",
                "unprobed=" + plan.mode(),
                plan.saysComplete(),
                plan.checks(),
                plan.modules(),
                plan.pokes()));
    Set<Check> bad = bad(with, plan.checks());
    Set<String> usual =
        bad.isEmpty() ? Set.of() : usual(boots.of(off(machine + "-usual", plan, bad)));
    return new Evidence(machine, without, with, predicted, usual);
  }

  private static Task off(String name, Plan plan, Set<Check> checks) {
    return new Task(
        name, "unprobed=off", plan.saysComplete(), checks, plan.modules(), plan.pokes());
  }

  /**
   * What a module or a text does to a unit that left means nothing where none has left. How units
   * are mapped is this patch's with unprobed=off, too, so that is no excuse.
   */
  private static Set<Check> bad(Boot boot, Set<Check> checks) {
    List<String> names =
        boot.checks().stream().filter(CheckResult::isBad).map(CheckResult::name).toList();
    return Set.copyOf(
        checks.stream()
            .filter(check -> !ALWAYS_OURS.contains(check))
            .filter(check -> names.contains(check.word()))
            .toList());
  }

  private static Set<String> usual(Boot boot) {
    return Set.copyOf(
        boot.checks().stream().filter(CheckResult::isBad).map(CheckResult::name).toList());
  }

  /** What the kernel says that it gave back; absent if it has nothing to say. */
  public Optional<Summary> summary() {
    return Summary.in(with.file("summary"));
  }

  /** By how many KiB MemTotal is larger with units gone. */
  public OptionalLong growth() {
    OptionalLong before = without.memoryAfterwards();
    OptionalLong after = with.memoryAfterwards();
    return before.isPresent() && after.isPresent()
        ? OptionalLong.of(after.getAsLong() - before.getAsLong())
        : OptionalLong.empty();
  }

  /** Everything that is not as it should be, for people; empty if all is well. */
  public List<String> differences() {
    List<String> found = new ArrayList<>();
    if (!without.isWhole() || !with.isWhole()) {
      found.add("the boot did not come to its end");
    }
    summary()
        .ifPresentOrElse(
            summary -> compare(summary, found),
            () -> found.add("the kernel says nothing about giving back"));
    List<String> before = without.troubles();
    with.troubles().stream()
        .filter(line -> !before.contains(line))
        .forEach(line -> found.add("the kernel logged: " + line));
    with.checks().stream()
        .filter(check -> check.isBad() && !usual.contains(check.name()))
        .forEach(check -> found.add("check " + check.name() + ": " + why(check)));
    return found;
  }

  private static String why(CheckResult check) {
    return check.troubles().isEmpty()
        ? check.outcome() + (check.said().isEmpty() ? "" : ", " + check.said().getLast())
        : check.troubles().getFirst();
  }

  private void compare(Summary summary, List<String> found) {
    predicted.ifPresent(pages -> {
      if (pages != summary.pages()) {
        found.add(
            "%d pages were predicted, %d given back: %+d"
                .formatted(pages, summary.pages(), summary.pages() - pages));
      }
    });
    growth()
        .ifPresent(growth -> {
          if (growth != summary.kibibytes()) {
            found.add(
                "%d KiB were given back, MemTotal grew by %d: %+d"
                    .formatted(summary.kibibytes(), growth, growth - summary.kibibytes()));
          }
        });
  }
}
