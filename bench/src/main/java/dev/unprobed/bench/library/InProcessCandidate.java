package dev.unprobed.bench.library;

import dev.unprobed.bench.exact.Candidate;
import dev.unprobed.bench.exact.Case;
import dev.unprobed.bench.tree.Answer;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.RandomSeed;
import dev.unprobed.kconfig.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs targets by calling the kconfig library.
 *
 * @param fingerprint of the library's classes
 */
public record InProcessCandidate(Trees trees, String fingerprint) implements Candidate {

  private static final int WRONG_INPUT = 2;

  @Override
  public Answer run(Case id, List<String> arguments, Map<String, String> environment, Path folder) {
    MessageLog messages = new MessageLog();
    int exit;
    try {
      exit = run(arguments, environment, folder, messages);
    } catch (KconfigException e) {
      messages.err(e.getMessage() + "\n");
      exit = WRONG_INPUT;
    }
    return new Answer(exit, messages.stdout(), messages.stderr());
  }

  private int run(
      List<String> arguments, Map<String, String> environment, Path folder, Messages messages) {
    Target target = Objects.requireNonNull(Target.of(arguments.getFirst()));
    @Nullable RandomSeed seed = null;
    if (target == Target.RANDCONFIG) {
      seed = RandomSeed.of(environment.get("KCONFIG_SEED"));
      messages.out(seed.announcement());
    }
    Trees.Tree tree = trees.in(environment);
    messages.out(tree.messages().stdout());
    messages.err(tree.messages().stderr());
    ConfSession session = session(environment, folder, messages);
    @Nullable String file = arguments.size() > 1 ? arguments.get(1) : null;
    return new Conf(tree.loaded(), session, target, file, seed).run();
  }

  private static ConfSession session(
      Map<String, String> environment, Path folder, Messages messages) {
    Path source = Path.of(environment.getOrDefault("srctree", "."));
    WorkFiles files = new WorkFiles(folder, source);
    return new ConfSession(files, environment::get, messages, ConfSession.Answers.NONE, false);
  }
}
