package dev.unprobed.app;

import dev.unprobed.app.manual.ManualPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Writes what a package has beside the program: manual pages, and the shell's completion of
 * commands and options. {@code tools/package.sh} runs it; it is no command of its own.
 */
public final class HelpFiles {
  private HelpFiles() {}

  /**
   * Writes {@code man1/*.1} and {@code unprobed.bash} into a folder.
   *
   * @param arguments the folder, then the date of the pages in seconds since 1970
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Instant moment = Instant.ofEpochSecond(Long.parseLong(arguments[1]));
    write(folder, LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }

  static void write(Path folder, LocalDate date) throws IOException {
    CommandLine command = Main.commandLine();
    Path pages = Files.createDirectories(folder.resolve("man1"));
    for (Map.Entry<String, String> page :
        ManualPage.all(command, Version.text(), date).entrySet()) {
      Files.writeString(pages.resolve(page.getKey()), page.getValue());
    }
    Files.writeString(folder.resolve("unprobed.bash"), AutoComplete.bash("unprobed", command));
  }
}
