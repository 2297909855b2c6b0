package dev.unprobed.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code bench/exactness} is asked to do.
 *
 * @param trees folders, or versions of Debian's kernel sources
 * @param architectures only these; all if empty
 * @param targets only these; all if empty
 * @param deep seeds for the architectures that most people build
 * @param shallow seeds for the others
 * @param sample how many jobs, if not all
 * @param seed of the sample
 * @param compiler instead of each architecture's own
 */
record ExactnessOptions(
    List<String> trees,
    Set<String> architectures,
    Set<String> targets,
    int deep,
    int shallow,
    Optional<Integer> sample,
    int seed,
    int jobs,
    Optional<String> compiler,
    boolean replaying,
    boolean fresh,
    boolean listing,
    boolean onlyConf,
    boolean inProcess,
    Path folder) {

  static final String USAGE =
      """
      usage: bench/exactness [OPTION]...
      Compares unprobed with the conf of the same kernel tree, byte for byte.

        --tree DIR|VERSION  a kernel tree, or a version of Debian's linux-source; may be repeated (6.1 and 6.12)
        --only ARCH,...     only these architectures
        --targets T,...     only these targets
        --seeds N           randconfigs for arm64, arm, x86, riscv, powerpc, mips (200)
        --seeds-else N      randconfigs for the others (20)
        --sample N          only so many, of all targets; ends in minutes
        --seed S            of the sample (1)
        --jobs N            at a time (2)
        --cc CC             this compiler instead of each architecture's own
        --shell replay|run  play the recorded answers of shell commands back to conf, or run them each time (replay)
        --process           a new process of ./unprobed for each case, rather than all in one
        --fresh             forget the results of earlier runs
        --list              only say which cases there are
        --conf-only         only run conf, so that its answers are known later
        --out DIR           for results, tables and what differs (bench/target/exactness)

      Exit status: 0 all is identical, 1 something differs, 2 wrong use, 3 the benchmark failed.
      """;

  private static final Set<String> FLAGS = Set.of("process", "fresh", "list", "conf-only");
  private static final Set<String> NAMES =
      Set.of(
          "tree",
          "only",
          "targets",
          "seeds",
          "seeds-else",
          "sample",
          "seed",
          "jobs",
          "cc",
          "shell",
          "out");

  /**
   * Reads a command line.
   *
   * @param folder for the results, unless the words name another
   */
  static ExactnessOptions parse(List<String> words, Path folder) {
    Arguments arguments = Arguments.parse(words, FLAGS, NAMES);
    List<String> trees = arguments.all("tree");
    return new ExactnessOptions(
        trees.isEmpty() ? List.of("6.1", "6.12") : trees,
        arguments.set("only"),
        arguments.set("targets"),
        arguments.number("seeds", 200),
        arguments.number("seeds-else", 20),
        arguments.last("sample").map(count -> arguments.number("sample", 0)),
        arguments.number("seed", 1),
        arguments.number("jobs", 2),
        arguments.last("cc"),
        isReplaying(arguments),
        arguments.has("fresh"),
        arguments.has("list"),
        arguments.has("conf-only"),
        !arguments.has("process"),
        arguments.last("out").map(Path::of).orElse(folder));
  }

  private static boolean isReplaying(Arguments arguments) {
    String shell = arguments.last("shell").orElse("replay");
    return switch (shell) {
      case "replay" -> true;
      case "run" -> false;
      default -> throw new Arguments.UsageException("--shell is replay or run, not " + shell);
    };
  }
}
