package dev.unprobed.reclaim.run;

import java.util.List;
import java.util.regex.Pattern;

/** Lines of a kernel's log that no healthy kernel writes. */
final class Trouble {

  private static final Pattern SIGNS =
      Pattern.compile(
          "WARNING: |\\bBUG\\b|\\bOops\\b|Internal error:|Unable to handle kernel|Kernel panic|"
              + "KASAN|UBSAN|KFENCE|"
              // lockdep
              + "INFO: possible |INFO: trying to register non-static key|possible circular locking|"
              + "inconsistent lock state|bad unlock balance|suspicious RCU usage|"
              + "insecure W\\+X mapping|refcount_t: |corruption|Bad page state|bad page|"
              + "Poison overwritten|use-after-free|double free|cannot create duplicate filename|"
              + "kobject_add_internal failed|does not have a release\\(\\) function|"
              + "blocked for more than|self-detected stall|detected stalls|soft lockup|"
              + "nobody cared|ftrace failed to modify|ftrace bug|can't patch jump_label|"
              + "new suspected memory leaks|-+\\[ cut here \\]-+");

  private Trouble() {}

  static boolean isIn(String line) {
    return SIGNS.matcher(line).find();
  }

  static List<String> of(List<String> lines) {
    return lines.stream().filter(Trouble::isIn).toList();
  }
}
