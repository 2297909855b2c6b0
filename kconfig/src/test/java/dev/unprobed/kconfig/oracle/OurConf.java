package dev.unprobed.kconfig.oracle;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.RandomSeed;
import dev.unprobed.kconfig.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs this library as conf. */
public final class OurConf {
  private final Generation generation;
  private final Scenario scenario;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder err = new StringBuilder();

  private OurConf(Generation generation, Scenario scenario) {
    this.generation = generation;
    this.scenario = scenario;
  }

  public static Outcome run(Generation generation, Scenario scenario) {
    try (WorkFolder folder = WorkFolder.create()) {
      return new OurConf(generation, scenario).runIn(folder.fill("work", scenario.files()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome runIn(Path folder) throws IOException {
    int exit = 1;
    List<String> checks = List.of();
    try {
      exit = target(new WorkFiles(folder, null));
    } catch (KconfigException e) {
      checks = e.diagnostics().stream().map(Diagnostic::check).toList();
      err.append(ByteText.encode(e.render()));
    }
    return new Outcome(exit, out.toString(), err.toString(), WorkFolder.read(folder), checks);
  }

  private int target(WorkFiles files) {
    Messages messages =
        new Messages() {
          @Override
          public void out(String text) {
            out.append(text);
          }

          @Override
          public void err(String text) {
            err.append(text);
          }
        };
    RandomSeed seed = null;
    if (scenario.target() == Target.RANDCONFIG) {
      seed = RandomSeed.of(scenario.variables().get("KCONFIG_SEED"));
      messages.out(seed.announcement());
    }
    TreeLoader loader = new TreeLoader(generation, "Kconfig", files, scenario.variables()::get);
    TreeLoader.Loaded loaded = loader.load(OurConf::shell, messages);
    ConfSession session =
        new ConfSession(files, scenario.variables()::get, messages, answers(), false);
    String file = scenario.target().takesFile() ? Scenario.DEFCONFIG : null;
    return new Conf(loaded, session, scenario.target(), file, seed).run();
  }

  private ConfSession.Answers answers() {
    String input = scenario.input();
    if (input.isEmpty()) {
      return ConfSession.Answers.NONE;
    }
    int[] at = {0};
    return () -> nextLine(input, at);
  }

  private static @Nullable String nextLine(String input, int[] at) {
    if (at[0] >= input.length()) {
      return null;
    }
    int newline = input.indexOf('\n', at[0]);
    int end = newline < 0 ? input.length() : newline + 1;
    String line = input.substring(at[0], end);
    at[0] = end;
    return line;
  }

  private static String shell(String command) {
    try {
      Process process = new ProcessBuilder("/bin/sh", "-c", command).start();
      String answer = ByteText.of(process.getInputStream().readAllBytes());
      return answer.replaceAll("\n+$", "").replace('\n', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
