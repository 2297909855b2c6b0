package dev.unprobed.kconfig.macro;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the last run in one environment, as they were read from a file, and which of them
 * still hold. Reading is lazy: it does as little as it can before it is known which commands come.
 */
final class AnswerTable {
  /** A table without answers. */
  static final AnswerTable EMPTY = new AnswerTable(List.of(), List.of(), List.of(), Map.of());

  private static final byte UNKNOWN = 0;
  private static final byte HOLDS = 1;
  private static final byte BROKEN = 2;

  private final List<String> subjects;
  private final List<String> states;
  private final List<int[]> sets;
  private final Map<String, Entry> entries;
  private final byte[] setStates;
  private final byte[] subjectStates;

  /**
   * One command.
   *
   * @param set which of the sets of subjects decides the answer, or -1 when it cannot be kept
   */
  record Entry(String answer, int set) {}

  AnswerTable(
      List<String> subjects, List<String> states, List<int[]> sets, Map<String, Entry> entries) {
    this.subjects = subjects;
    this.states = states;
    this.sets = sets;
    this.entries = entries;
    this.setStates = new byte[sets.size()];
    this.subjectStates = new byte[subjects.size()];
  }

  /** All commands of the last run, in order. */
  Set<String> commands() {
    return entries.keySet();
  }

  /** The answer to {@code command} if it is known and nothing that decides it has changed. */
  synchronized @Nullable String answer(String command, World world) {
    Entry entry = entries.get(command);
    return entry != null && entry.set >= 0 && holds(entry.set, world) ? entry.answer : null;
  }

  /** The same, with what decides it. */
  @Nullable Answer entry(String command, World world) {
    String text = answer(command, world);
    Entry entry = entries.get(command);
    if (entry == null || text == null) {
      return null;
    }
    Set<String> deciding = new LinkedHashSet<>();
    Arrays.stream(sets.get(entry.set)).mapToObj(subjects::get).forEach(deciding::add);
    return new Answer(text, deciding);
  }

  /** Whether the directories of the search path are as they were. */
  boolean isTrusted(World world) {
    int path = subjects.indexOf(Subject.SEARCH_PATH);
    return path >= 0 && world.state(Subject.SEARCH_PATH).equals(states.get(path));
  }

  /** Where programs were found they are found again, as long as the search path can be trusted. */
  void trustPrograms(World world) {
    if (!isTrusted(world)) {
      return;
    }
    for (int i = 0; i < subjects.size(); i++) {
      if (Subject.kind(subjects.get(i)) == Subject.PROGRAM) {
        world.trust(subjects.get(i), states.get(i));
      }
    }
  }

  /**
   * Whether a file with {@code answers} would be of more use than the one from which this table was
   * read.
   */
  boolean differs(Map<String, Answer> answers, World world) {
    if (!isTrusted(world)) {
      return !answers.isEmpty();
    }
    for (Map.Entry<String, Answer> answer : answers.entrySet()) {
      Entry entry = entries.get(answer.getKey());
      boolean kept = answer.getValue().isKept();
      if (entry == null || kept != entry.set >= 0 || kept && !holds(entry.set, world)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(int set, World world) {
    if (setStates[set] == UNKNOWN) {
      setStates[set] = HOLDS;
      for (int subject : sets.get(set)) {
        if (!isSame(subject, world)) {
          setStates[set] = BROKEN;
        }
      }
    }
    return setStates[set] == HOLDS;
  }

  private boolean isSame(int subject, World world) {
    if (subjectStates[subject] == UNKNOWN) {
      boolean same = world.state(subjects.get(subject)).equals(states.get(subject));
      subjectStates[subject] = same ? HOLDS : BROKEN;
    }
    return subjectStates[subject] == HOLDS;
  }

  /** A table of answers whose subjects have the states of {@code world}. */
  static AnswerTable of(Map<String, Answer> answers, World world) {
    Map<String, Integer> subjects = new LinkedHashMap<>();
    subjects.put(Subject.SEARCH_PATH, 0);
    Map<List<Integer>, Integer> sets = new LinkedHashMap<>();
    Map<String, Entry> entries = new LinkedHashMap<>();
    answers.forEach((command, answer) -> {
      List<Integer> set =
          answer.subjects().stream().map(s -> number(subjects, s)).sorted().toList();
      int index = answer.isKept() ? number(sets, set) : -1;
      entries.put(command, new Entry(answer.text(), index));
    });
    return new AnswerTable(
        List.copyOf(subjects.keySet()),
        subjects.keySet().stream().map(world::state).toList(),
        sets.keySet().stream().map(s -> s.stream().mapToInt(i -> i).toArray()).toList(),
        entries);
  }

  private static <T> int number(Map<T, Integer> numbers, T thing) {
    Integer known = numbers.putIfAbsent(thing, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  List<String> subjects() {
    return subjects;
  }

  List<String> states() {
    return states;
  }

  List<int[]> sets() {
    return sets;
  }

  Map<String, Entry> entries() {
    return entries;
  }
}
