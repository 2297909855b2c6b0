package dev.unprobed.reclaim.run;

import dev.unprobed.reclaim.run.CheckResult.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the guest program printed during a boot, taken apart.
 *
 * @param memory MemTotal in KiB: early, late (after giving back), end, second (after kexec)
 * @param files lines of files of the kernel, by path
 * @param checks in the order in which they ran
 * @param log the kernel's log until the first check
 * @param rest what others printed on the console: with a kernel that goes down, its last words
 * @param isWhole whether the guest came to its end
 */
public record Boot(
    Map<String, Long> memory,
    Map<String, List<String>> files,
    List<CheckResult> checks,
    List<String> log,
    List<String> rest,
    boolean isWhole) {

  /** What the guest says last. */
  static final String END = "@R done";

  private static final String FOLDER = "/sys/kernel/debug/unprobed/";

  /** Through the kernel's log a time comes in front. */
  private static final Pattern LINE = Pattern.compile("(?:\\[ *[0-9.]+\\] )?@R (.*)");

  /** Takes a console apart. */
  static Boot parse(String console) {
    Parser parser = new Parser();
    for (String line : console.replace("\r", "").split("\n", -1)) {
      Matcher said = LINE.matcher(line);
      if (said.matches()) {
        parser.said(said.group(1));
      } else if (!line.isBlank()) {
        parser.rest.add(line);
      }
    }
    return parser.boot();
  }

  /** MemTotal in KiB after giving back. */
  public OptionalLong memoryAfterwards() {
    Long late = memory.get("late");
    return late == null ? OptionalLong.empty() : OptionalLong.of(late);
  }

  /** What became of each unit; none if the kernel does not say. */
  public List<UnitState> units() {
    return UnitState.parse(file("units"));
  }

  /** The lines of a file below the kernel's debugfs folder; none if it is not there. */
  public List<String> file(String name) {
    return files.getOrDefault(FOLDER + name, List.of());
  }

  /** What sits on the board's buses, as user space is told. */
  public List<String> modaliases() {
    return files.getOrDefault("modaliases", List.of());
  }

  /** Lines that no healthy kernel writes, outside of checks. */
  public List<String> troubles() {
    List<String> lines = new ArrayList<>(log);
    lines.addAll(rest);
    return Trouble.of(lines);
  }

  /** Keeps what has been said so far. */
  private static final class Parser {
    private final Map<String, Long> memory = new LinkedHashMap<>();
    private final Map<String, List<String>> files = new LinkedHashMap<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private List<String> file = new ArrayList<>();
    private List<String> said = new ArrayList<>();
    private List<String> logged = log;
    private String check = "";
    private boolean isWhole;

    void said(String line) {
      String[] words = line.split(" ", 2);
      String rest = words.length > 1 ? words[1] : "";
      switch (words[0]) {
        case "log" -> logged.add(rest);
        case "file" -> file = files.computeIfAbsent(rest, path -> new ArrayList<>());
        case "|" -> file.add(rest);
        case "memory" -> remember(rest.split(" "));
        case "begin" -> begin(rest);
        case "end" -> end(rest.split(" "));
        case "done" -> isWhole = true;
        default -> said.add(line);
      }
    }

    private void remember(String[] words) {
      if (words.length == 2 && words[1].matches("[0-9]{1,15}")) {
        memory.put(words[0], Long.parseLong(words[1]));
      }
    }

    private void begin(String name) {
      check = name;
      said = new ArrayList<>();
      logged = new ArrayList<>();
    }

    private void end(String[] words) {
      Outcome outcome =
          words.length < 3
              ? Outcome.UNFINISHED
              : switch (words[1]) {
                case "0" -> Outcome.PASSED;
                case "2" -> Outcome.SKIPPED;
                default -> Outcome.FAILED;
              };
      finish(outcome, words.length < 3 ? 0 : Long.parseLong(words[2]));
    }

    private void finish(Outcome outcome, long milliseconds) {
      checks.add(new CheckResult(check, outcome, said, Trouble.of(logged), milliseconds));
      check = "";
      said = new ArrayList<>();
      logged = log;
    }

    Boot boot() {
      if (!check.isEmpty()) {
        finish(Outcome.UNFINISHED, 0);
      }
      return new Boot(memory, files, checks, log, rest, isWhole);
    }
  }
}
