package dev.unprobed.kernel.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The command that made a file, from the .cmd file that Kbuild leaves beside it
 * (scripts/Kbuild.include, if_changed): {@code cmd_TARGET := COMMAND} until 6.2, since then {@code
 * savedcmd_TARGET := COMMAND}.
 *
 * @param target what was made, from the root of the tree
 * @param command for the shell
 */
record CommandFile(String target, String command) {
  /** In bytes; what comes after the command are its many dependencies. */
  private static final int LONGEST = 1 << 20;

  private static final int PIECE = 1 << 14;
  private static final String ASSIGNS = " := ";

  /** Of an object; empty when there is no such file, or it has another form. */
  static Optional<CommandFile> of(Path object) throws IOException {
    return firstLine(object.resolveSibling("." + object.getFileName() + ".cmd"))
        .flatMap(CommandFile::parse);
  }

  static Optional<CommandFile> parse(String line) {
    int assigns = line.indexOf(ASSIGNS);
    String name = assigns < 0 ? "" : line.substring(0, assigns);
    if (!name.startsWith("cmd_") && !name.startsWith("savedcmd_")) {
      return Optional.empty();
    }
    String target = name.substring(name.indexOf('_') + 1);
    return Optional.of(new CommandFile(target, line.substring(assigns + ASSIGNS.length())));
  }

  /** The text that {@code -DNAME='"TEXT"'} defines; also without either quotes. */
  Optional<String> defined(String name) {
    String option = " -D" + name + "=";
    int at = command.indexOf(option);
    return at < 0 ? Optional.empty() : Optional.of(word(at + option.length()));
  }

  /** A word of the shell, of which then the quotes of C are taken away. */
  private String word(int start) {
    StringBuilder text = new StringBuilder();
    char quote = 0;
    for (int i = start; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (quote == 0 && c <= ' ') {
        break;
      } else if (quote != '\'' && c == '\\' && i + 1 < command.length()) {
        text.append(command.charAt(++i));
      } else {
        text.append(c);
      }
    }
    return text.toString().replace("\"", "");
  }

  private static Optional<String> firstLine(Path file) throws IOException {
    byte[] bytes = new byte[PIECE];
    int length = 0;
    try (InputStream input = Files.newInputStream(file)) {
      while (true) {
        int start = length;
        length += input.readNBytes(bytes, start, bytes.length - start);
        for (int i = start; i < length; i++) {
          if (bytes[i] == '\n') {
            return Optional.of(new String(bytes, 0, i, StandardCharsets.ISO_8859_1));
          }
        }
        if (length < bytes.length || length >= LONGEST) {
          return Optional.empty();
        }
        bytes = Arrays.copyOf(bytes, 4 * length);
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
