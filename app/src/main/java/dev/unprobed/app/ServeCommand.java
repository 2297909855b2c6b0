package dev.unprobed.app;

import dev.unprobed.app.report.Progress;
import dev.unprobed.app.serve.Server;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.prove.rule.RulesFile;
import dev.unprobed.prove.rule.Statement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unprobed serve}: a page over one kernel, live, for this machine's user. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serve a page over one kernel on this machine: pick a board, ask why, try what a change does.",
      "",
      "  unprobed serve --tree linux/ --arch arm64 --rules policies/exynos.rules",
      "  unprobed serve --kernel build/ --dtb build/arch/arm64/boot/dts",
      "",
      "Prints the address, which has a token in it that nobody else knows; listens on the loopback"
          + " interface only; reads no file and starts no process that a request names. Ctrl-C ends"
          + " it.",
      ""
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin BoardOptions options = new BoardOptions();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Rules to hold a changed configuration against; repeatable.")
  List<Path> rules = new ArrayList<>();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen. Default: any port that is free.")
  int port = 0;

  private final Console console = Console.ofProcess();

  @Override
  public Integer call() throws InterruptedException {
    LiveAnswers answers = answers();
    try (Server server = Server.start(port, answers, ServeCommand::tell)) {
      console.say(server.address().toString());
      console.remark("unprobed: that is the page's address; Ctrl-C ends it");
      new CountDownLatch(1).await();
    } catch (IOException e) {
      throw wrong("port", "cannot listen: " + Reason.of(e), "try another --port, or none");
    }
    return ExitStatus.HOLDS.code();
  }

  private static void tell(Throwable failure) {
    Failures.report(failure, new PrintWriter(System.err, true, System.err.charset()));
  }

  private LiveAnswers answers() {
    List<Statement> statements = rules.stream().flatMap(f -> RulesFile.read(f).stream()).toList();
    try (Progress progress = Progress.ofProcess(System.getenv())) {
      progress.step("reading the kernel");
      if (options.kernel == null && options.trees.isEmpty()) {
        ConfiguredTree tree = ConfiguredTree.load(options.treeOptions);
        var configured = StartingPoint.of(tree, options.config).configured(console);
        return new LiveAnswers(
            Optional.of(new LiveKconfig(tree, configured, statements)), Optional.empty());
      }
      Kernel kernel = options.readKernel();
      LiveBoards boards = LiveBoards.of(kernel, options);
      progress.step("reading its sources");
      Optional<LiveKconfig> kconfig =
          new BoardSources(options, kernel, progress)
              .base()
              .map(base -> new LiveKconfig(base.tree(), base.configured(), statements));
      return new LiveAnswers(kconfig, Optional.of(boards));
    }
  }

  private static KconfigException wrong(String check, String message, String hint) {
    return new KconfigException(
        Diagnostic.ofFile("unprobed serve", check, ByteText.encode(message), hint));
  }
}
