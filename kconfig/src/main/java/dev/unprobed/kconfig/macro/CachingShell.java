package dev.unprobed.kconfig.macro;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers from run to run. An answer is used again as long as everything that decides it
 * is as it was:
 *
 * <ul>
 *   <li>the command itself and the environment, without variables that only tell about the
 *       terminal, the session or make's bookkeeping (they count for a command that names them);
 *   <li>every file that the command names, through the search path or by its path: inode, size,
 *       time of change and permissions; a directory only counts by being there, and what is absent
 *       must still be absent;
 *   <li>if such a file is a script, what the script names, and so on; if it is a compiler, its
 *       passes, assembler, linker and C library; if it is Python, its module folders; if it is
 *       rustc, its library;
 *   <li>whether the working directory can be written, and where it is if the command asks for that.
 * </ul>
 *
 * <p>Not remembered: the answer of a command that printed on standard error (conf would print that
 * every time), that names no file at all, that lists directories, or that uses a program whose
 * answer depends on something else, such as {@code date} or {@code git}. Not noticed: a change of a
 * shared library or a header under an unchanged tool.
 *
 * <p>Several threads may call it at once. A command runs at most once.
 */
public final class CachingShell implements Shell {
  private final MacroCache cache;
  private final SystemShell system;
  private final String key;
  private final World world;
  private final Toolchains toolchains;
  private final AnswerTable last;
  private final Map<String, Answer> learned = new ConcurrentHashMap<>();
  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
  private final Set<String> used = Collections.synchronizedSet(new LinkedHashSet<>());

  private CachingShell(MacroCache cache, SystemShell system, String key) {
    this.cache = cache;
    this.system = system;
    this.key = key;
    this.world = new World(system.folder(), system.environment());
    this.toolchains = new Toolchains(world, this::inquire);
    this.last = cache.load(key);
    last.trustPrograms(world);
  }

  /**
   * A shell that remembers in {@code cache} what {@code system} answers.
   *
   * @param scope tells apart sets of commands that run in the same environment, such as the name of
   *     the tree
   */
  public static CachingShell open(MacroCache cache, SystemShell system, String scope) {
    return new CachingShell(cache, system, EnvironmentKey.of(system.environment(), scope));
  }

  @Override
  public String run(String command) {
    return settle(command, answer(command));
  }

  /**
   * Makes {@code outcome} count: keeps it for the next run, and shows what the command printed on
   * standard error.
   */
  String settle(String command, Outcome outcome) {
    used.add(command);
    return system.show(outcome);
  }

  /** The answer to {@code command} if it is known without running it. */
  @Nullable String cached(String command) {
    Outcome outcome = outcomes.get(command);
    return outcome == null ? last.answer(command, world) : outcome.answer();
  }

  /** The commands of the last run in this environment. */
  Set<String> lastCommands() {
    return last.commands();
  }

  /** The outcome of {@code command}, by running it unless it is known. */
  Outcome answer(String command) {
    Outcome known = outcomes.get(command);
    if (known != null) {
      return known;
    }
    String cached = cached(command);
    return cached != null ? new Outcome(cached, "") : learn(command);
  }

  private Outcome learn(String command) {
    Set<String> subjects = Inputs.of(command, world, toolchains, system.environment());
    subjects.forEach(world::state);
    Outcome outcome = system.execute(command);
    boolean silent = outcome.errors().isEmpty();
    learned.put(command, new Answer(outcome.answer(), silent ? subjects : Set.of()));
    outcomes.put(command, outcome);
    return outcome;
  }

  private String inquire(String question, Set<String> subjects) {
    String cached = cached(question);
    if (cached != null) {
      return cached;
    }
    subjects.forEach(world::state);
    String answer = system.execute(question).answer();
    learned.put(question, new Answer(answer, subjects));
    return answer;
  }

  /**
   * Writes what was learned for the next run, if anything. To be called after a run that went well.
   */
  public void save() {
    if (learned.isEmpty() && last.isTrusted(world) && last.commands().containsAll(used)) {
      return;
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String command : last.commands()) {
      if (command.startsWith(Toolchains.QUESTION)) {
        put(answers, command);
      }
    }
    learned.keySet().stream()
        .filter(c -> c.startsWith(Toolchains.QUESTION))
        .forEach(c -> put(answers, c));
    synchronized (used) {
      used.forEach(command -> put(answers, command));
    }
    if (last.differs(answers, world)) {
      cache.save(key, AnswerTable.of(answers, world));
    }
  }

  private void put(Map<String, Answer> answers, String command) {
    Answer now = learned.get(command);
    Answer answer = now == null ? last.entry(command, world) : now;
    if (answer != null) {
      answers.put(command, answer);
    }
  }
}
