package dev.unprobed.kconfig.macro;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Runs commands on all processors at once. The commands of a tree are only known when it is parsed,
 * and the parser needs their answers; so there are two shells, for two parses:
 *
 * <ol>
 *   <li>{@link #scout()} starts each command and returns at once, with a marker in place of the
 *       answer. A command that was built from such an answer is not run.
 *   <li>{@link #settled()} gives the true answers, and waits for them where it must.
 * </ol>
 *
 * <p>The first parse is only worth its time when it is not yet known which commands come: see
 * {@link #needsScout()}. A command runs once, even if it is asked for twice. To be closed; that
 * stops no command.
 */
public final class ParallelShell implements AutoCloseable {
  /** In place of an unfinished answer. No byte string has this character. */
  private static final char MARKER = '\uE000';

  private static final String UNFINISHED = String.valueOf(MARKER);

  private final CachingShell shell;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final Map<String, FutureTask<Outcome>> started = new ConcurrentHashMap<>();
  private final ExecutorService pool;

  /** A shell on top of {@code shell}, whose cache it uses. */
  public ParallelShell(CachingShell shell) {
    this.shell = shell;
    this.pool = Executors.newFixedThreadPool(processors, Thread.ofPlatform().daemon().factory());
  }

  /**
   * Whether a scout parse pays. It does not when this tree was loaded before in this environment:
   * then what is not remembered any more starts to run right here, all of it at once.
   */
  public boolean needsScout() {
    for (String command : shell.lastCommands()) {
      if (!command.startsWith(Toolchains.QUESTION) && shell.cached(command) == null) {
        start(command);
      }
    }
    return shell.lastCommands().isEmpty();
  }

  /** The shell for a first parse, whose result is of no use. */
  public Shell scout() {
    return command -> {
      if (command.indexOf(MARKER) >= 0) {
        return UNFINISHED;
      }
      String known = shell.cached(command);
      if (known == null) {
        start(command);
      }
      return known == null ? UNFINISHED : known;
    };
  }

  /** The shell for the parse that counts. */
  public Shell settled() {
    return command -> {
      FutureTask<Outcome> task = started.get(command);
      return task == null ? shell.run(command) : shell.settle(command, finish(task));
    };
  }

  /** Keeps what was learned for the next time. To be called after a load that went well. */
  public void save() {
    shell.save();
  }

  private void start(String command) {
    FutureTask<Outcome> task = new FutureTask<>(() -> shell.answer(command));
    if (started.putIfAbsent(command, task) == null) {
      pool.execute(task);
    }
  }

  /** Runs it here if its turn has not come yet. */
  private static Outcome finish(FutureTask<Outcome> task) {
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MacroException("interrupted while a command ran", null);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
