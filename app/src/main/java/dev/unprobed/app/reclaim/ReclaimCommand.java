package dev.unprobed.app.reclaim;

import dev.unprobed.app.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code unprobed reclaim}: give back the memory of drivers that never probe. */
@Command(
    name = "reclaim",
    mixinStandardHelpOptions = true,
    description = "Unload the built-in drivers that can never bind, and give their pages back.",
    subcommands = {
      ApplyCommand.class,
      PlanCommand.class,
      BuildCommand.class,
      RunCommand.class,
      ReportCommand.class
    })
public final class ReclaimCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a subcommand there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitStatus.USER_ERROR.code();
  }
}
