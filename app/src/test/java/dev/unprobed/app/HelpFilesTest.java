package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HelpFilesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @TempDir Path folder;

  @Test
  void eachCommandHasAPageAndEachOptionIsThere() throws IOException {
    HelpFiles.write(folder, DAY);
    demandPage(Main.commandLine(), "unprobed");
  }

  private void demandPage(CommandLine command, String name) throws IOException {
    String page = Files.readString(folder.resolve("man1").resolve(name + ".1"));
    assertThat(page)
        .startsWith(".TH \"" + name.toUpperCase(java.util.Locale.ROOT).replace("-", "\\-"));
    command
        .getCommandSpec()
        .options()
        .forEach(option -> assertThat(page).contains(option.longestName().replace("-", "\\-")));
    for (var below : command.getSubcommands().entrySet()) {
      demandPage(below.getValue(), name + "-" + below.getKey());
    }
  }

  /** A line that starts with a dot is a request; one that is not known would vanish. */
  @Test
  void pagesHaveNoRequestsButTheirs() throws IOException {
    HelpFiles.write(folder, DAY);
    try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
      for (Path page : pages.toList()) {
        List<String> lines = Files.readAllLines(page);
        assertThat(lines)
            .as(page.toString())
            .allMatch(
                line -> !line.startsWith("'") && line.matches("[^.].*|\\.(TH|SH|TP|nf|fi)\\b.*"));
        assertThat(String.join("\n", lines))
            .doesNotContain("${DEFAULT", "${COMPLETION", "%n", "@|");
      }
    }
  }

  @Test
  void completionKnowsTheCommands() throws IOException {
    HelpFiles.write(folder, DAY);
    assertThat(Files.readString(folder.resolve("unprobed.bash")))
        .contains("function _complete_unprobed()", "function _picocli_unprobed_prove()");
  }
}
