package dev.unprobed.app;

import dev.unprobed.app.report.Progress;
import dev.unprobed.app.report.page.Page;
import dev.unprobed.app.serve.Document;
import dev.unprobed.app.serve.Server;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unprobed serve}: the page of a report, live, for this machine's user. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serve the page of unprobed report on this machine, where one can ask why, and try what a"
          + " change of the configuration does.",
      "",
      "  unprobed serve                                      Debian's kernel, through apt",
      "  unprobed serve --kernel build/ --dtb build/arch/arm64/boot/dts",
      "  unprobed serve --tree linux/ --arch arm64 --rules policies/exynos.rules",
      "",
      "Prints the address, which has a token in it that nobody else knows; listens on the loopback"
          + " interface only; reads no file and starts no process that a request names. Ctrl-C ends"
          + " it.",
      ""
    })
final class ServeCommand implements Callable<Integer> {
  private static final int LARGEST_PORT = 65_535;

  @Mixin ReportOptions options = new ReportOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen. Default: any port that is free.")
  int port = 0;

  private final Console console = Console.ofProcess();

  /** What is served: everything that the page shows at once, and what it may ask for. */
  private record Served(Document document, LiveAnswers answers) {}

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > LARGEST_PORT) {
      throw wrong("port", "there is no port " + port, "a number up to 65535, or none");
    }
    try (Server server = Server.listen(port)) {
      Served served = served(System.getenv());
      server.answer(served.document(), served.answers(), ServeCommand::tell);
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

  private Served served(Map<String, String> environment) {
    try (Progress progress = Progress.ofProcess(environment)) {
      ReportRun run = ReportRun.of(options, environment, progress);
      progress.step("making the page");
      LiveAnswers answers = LiveAnswers.of(run, options);
      Page page = Page.live(run.findings(), answers.live());
      return new Served(new Document(page.html(), page.policy()), answers);
    }
  }

  private static KconfigException wrong(String check, String message, String hint) {
    return new KconfigException(
        Diagnostic.ofFile("unprobed serve", check, ByteText.encode(message), hint));
  }
}
