package dev.unprobed.app;

import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers the macros of a tree while it is loaded. */
final class MacroAnswers {
  private final Workspace workspace;

  MacroAnswers(Workspace workspace) {
    this.workspace = workspace;
  }

  TreeLoader.Loaded load(Messages messages) {
    return workspace.loader(workspace.environment()::get).load(MacroAnswers::run, messages);
  }

  private static String run(String command) {
    try {
      Process process = new ProcessBuilder("/bin/sh", "-c", command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.replaceAll("\n+$", "").replace('\n', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
