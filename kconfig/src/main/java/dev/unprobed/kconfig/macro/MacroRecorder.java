package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a load and writes down all that it asked, for {@link MacroRecord} to answer the same
 * again.
 */
public final class MacroRecorder {
  private final TreePath tree;
  private final Map<String, Optional<String>> variables = new LinkedHashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();

  /**
   * A recorder that has heard nothing.
   *
   * @param srctree the path of the tree as it appears in commands (a byte string), to be left out
   *     of the record
   */
  public MacroRecorder(String srctree) {
    this.tree = new TreePath(srctree);
  }

  /** Variables that are looked up in {@code real} and written down. */
  public UnaryOperator<@Nullable String> environment(UnaryOperator<@Nullable String> real) {
    return name -> {
      if (name == null) {
        return null;
      }
      String value = real.apply(name);
      variables.put(name, Optional.ofNullable(value));
      return value;
    };
  }

  /** A shell whose answers come from {@code real} and are written down. */
  public Shell shell(Shell real) {
    return command -> {
      String answer = real.run(command);
      answers.put(command, answer);
      return answer;
    };
  }

  /** The record so far, in the order of first use; a byte string. */
  public String text() {
    StringBuilder text = new StringBuilder(MacroRecord.HEADER);
    variables.forEach((name, value) ->
        text.append(
            value.isPresent() ? "env " + name + "=" + line(value.get()) : "unset " + name + "\n"));
    answers.forEach((command, answer) ->
        text.append("shell ").append(line(command)).append("  -> ").append(line(answer)));
    return text.toString();
  }

  /** Writes the record to {@code file}, all of it or nothing. */
  public void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new" + ProcessHandle.current().pid());
    try {
      Files.write(draft, ByteText.bytes(text()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private String line(String value) {
    return RecordText.escape(tree.hide(value)) + "\n";
  }
}
