package dev.unprobed.prove.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What came of comparing small trees, and which constructs were in those that were compared. */
final class SmallTreesTally {
  private static final Map<String, Pattern> CONSTRUCTS = new LinkedHashMap<>();

  static {
    construct("bool", "(?m)^\t(def_)?bool");
    construct("tristate", "(?m)^\t(def_)?tristate");
    construct("int", "(?m)^\tint");
    construct("hex", "(?m)^\thex");
    construct("string", "(?m)^\tstring");
    construct("MODULES with a prompt", "(?m)^config MODULES\n\tbool \"(.*\n)*?\tmodules$");
    construct("MODULES always y", "(?m)^config MODULES\n\tdef_bool y\n\tmodules$");
    construct("no MODULES", "(?s)\\A(?!.*\n\tmodules\n)");
    construct("prompt if", "(?m)^\t(bool|tristate|int|hex|string|prompt) \".*\" if ");
    construct("default if", "(?m)^\tdefault .* if ");
    construct("several defaults", "(?m)^\tdefault .*\n\tdefault ");
    construct("depends on", "(?m)^\tdepends on ");
    construct("depends on if", "(?m)^\tdepends on .* if ");
    construct("if", "(?m)^if ");
    construct("menu depends on", "(?m)^menu .*\n\tdepends on ");
    construct("visible if", "(?m)^\tvisible if ");
    construct("select", "(?m)^\tselect S");
    construct("select if", "(?m)^\tselect S.* if ");
    construct("imply", "(?m)^\timply S");
    construct("imply if", "(?m)^\timply S.* if ");
    construct("range", "(?m)^\trange ");
    construct("range if", "(?m)^\trange .* if ");
    construct("range with a symbol", "(?m)^\trange (S|\\S+ S)");
    construct("= or !=", "(?m)^.* [^\"]*[^<> ]\\s*!?= ?[^=]");
    construct("<, >, <= or >=", "(?m)^(if|\t.*) .*[<>]");
    construct("choice", "(?m)^choice");
    construct("tristate choice", "(?m)^choice.*\n\ttristate");
    construct("optional choice", "(?m)^\toptional");
    construct("choice with a default", "(?m)^choice.*\n(\t.*\n)*?\tdefault ");
    construct("member with depends on", "(?s)\nchoice.*\nconfig S.*\n\tdepends on .*\nendchoice");
    construct("several definitions", "(?s)\n?(menu)?config (S\\d)\n(.*\n)?(menu)?config \\2\n");
  }

  private final String version;
  private final Map<String, Integer> constructs = new LinkedHashMap<>();
  private final List<String> differences = new ArrayList<>();
  private int compared;
  private int configurations;
  private int refusedByBoth;
  private int notModelled;
  private int tooLarge;
  private int leftOut;
  private final List<Long> crashes = new ArrayList<>();
  private long runs;

  SmallTreesTally(String version) {
    this.version = version;
    CONSTRUCTS.keySet().forEach(name -> constructs.put(name, 0));
  }

  private static void construct(String name, String pattern) {
    CONSTRUCTS.put(name, Pattern.compile(pattern));
  }

  void compared(String text, int solutions) {
    compared++;
    configurations += solutions;
    CONSTRUCTS.forEach((name, pattern) -> {
      if (pattern.matcher(text).find()) {
        constructs.merge(name, 1, Integer::sum);
      }
    });
  }

  void refusedByBoth() {
    refusedByBoth++;
  }

  void notModelled() {
    notModelled++;
  }

  void tooLarge() {
    tooLarge++;
  }

  /** Configurations of conf that the formula leaves out on purpose; see docs/prove.md. */
  void leftOut(int count) {
    leftOut += count;
  }

  /** conf has a fault of its own; what it would have said is not known. */
  void confCrashes(long seed) {
    crashes.add(seed);
  }

  void ran(int count) {
    runs += count;
  }

  void differs(long seed, String how) {
    differences.add("-Dunprobed.random.seed=%d: %s".formatted(seed, how));
  }

  int trees() {
    return compared;
  }

  List<String> differences() {
    return differences;
  }

  /** For people. */
  String text() {
    return """
    Linux %s: %,d small trees compared, %,d configurations, %,d runs of conf, %d differences
      (%d trees refused by both, %d not modelled, %d with too many files; seeds on which conf crashes: %s;
      %d configurations left out on purpose)
      constructs: %s
    """
        .formatted(
            version,
            compared,
            configurations,
            runs,
            differences.size(),
            refusedByBoth,
            notModelled,
            tooLarge,
            crashes,
            leftOut,
            constructs.entrySet().stream()
                .map(construct -> construct.getKey() + " " + construct.getValue())
                .collect(Collectors.joining(", ")));
  }
}
