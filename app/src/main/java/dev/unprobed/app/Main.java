package dev.unprobed.app;

import dev.unprobed.app.reclaim.ReclaimCommand;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root command. Exit statuses are those of {@link ExitStatus}. */
@Command(
    name = "unprobed",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description =
        "Which drivers a kernel cannot live without, which may be modules, which never probe.",
    subcommands = {
      ConfigCommand.class,
      WhyCommand.class,
      DiffCommand.class,
      ReportCommand.class,
      ProveCommand.class,
      CheckCommand.class,
      SetCommand.class,
      BoardCommand.class,
      BootCommand.class,
      LedgerCommand.class,
      ServeCommand.class,
      ReclaimCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:it holds",
      "1:it does not: a rule is broken, a driver is missing",
      "2:the input is wrong",
      "3:unprobed itself failed"
    })
public final class Main implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs one command and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and returns its exit status. */
  static int run(String... args) {
    try {
      return commandLine().execute(args);
    } catch (Throwable failure) {
      return Failures.report(failure, new PrintWriter(System.err, true, System.err.charset()));
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(new WrongArguments());
  }

  /** Without a subcommand there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitStatus.USER_ERROR.code();
  }
}
