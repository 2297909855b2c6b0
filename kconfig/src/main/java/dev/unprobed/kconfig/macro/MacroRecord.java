package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers to all that a tree asks of the machine, from a file that {@link MacroRecorder} wrote.
 * With it, a result can be had again elsewhere, without that compiler. The file is text, one item a
 * line, made to be compared with diff:
 *
 * <pre>
 * unprobed-macros 1
 * # a comment
 * env ARCH=arm64
 * unset RUSTC_VERSION_TEXT
 * shell $(srctree)/scripts/cc-version.sh aarch64-linux-gnu-gcc
 *   -&gt; GCC 120200
 * </pre>
 *
 * <p>Values are the bytes themselves, save for the escapes {@code \\}, {@code \n}, {@code \t} and
 * {@code \xHH}; a space at either end of a value is {@code \x20}. {@code $(srctree)} stands for the
 * path of the tree. What is not in the file is a {@link MacroException}.
 */
public final class MacroRecord {
  static final String FIRST_LINE = "unprobed-macros 1";
  static final String HEADER =
      FIRST_LINE + "\n# What a Kconfig tree asked of the machine, and the answers.\n";

  private static final int LONGEST_QUOTE = 100;

  private final String name;
  private final Map<String, Optional<String>> variables;
  private final Map<String, String> answers;

  MacroRecord(String name, Map<String, Optional<String>> variables, Map<String, String> answers) {
    this.name = name;
    this.variables = Map.copyOf(variables);
    this.answers = Map.copyOf(answers);
  }

  /**
   * Reads a record.
   *
   * @throws MacroException when the file cannot be read
   * @throws KconfigException when it is none
   */
  public static MacroRecord read(Path file) {
    try {
      return parse(ByteText.of(Files.readAllBytes(file)), ByteText.encode(file.toString()));
    } catch (IOException e) {
      throw new MacroException("cannot read the macros in " + file + ": " + Reason.of(e), null);
    }
  }

  /**
   * Reads a record from a byte string.
   *
   * @param name what errors call it
   * @throws KconfigException when it is none
   */
  public static MacroRecord parse(String text, String name) {
    return new RecordParser(name).parse(text);
  }

  /**
   * The variables of the record, for a tree at {@code srctree}; asking for one that is not there is
   * an error.
   */
  public UnaryOperator<@Nullable String> environment(String srctree) {
    TreePath tree = new TreePath(srctree);
    return variable -> {
      Optional<String> value = variable == null ? null : variables.get(variable);
      if (value == null) {
        throw missing("the variable " + variable);
      }
      return value.map(tree::show).orElse(null);
    };
  }

  /**
   * The answers of the record, for a tree at {@code srctree}; a command that is not there is an
   * error.
   */
  public Shell shell(String srctree) {
    TreePath tree = new TreePath(srctree);
    return command -> {
      String answer = answers.get(tree.hide(command));
      if (answer == null) {
        throw missing("the command '" + shortened(command) + "'");
      }
      return tree.show(answer);
    };
  }

  private MacroException missing(String what) {
    return new MacroException(
        name + " has no answer for " + what,
        "the record was made from another tree, architecture or compiler: record it again with the compiler at hand");
  }

  private static String shortened(String command) {
    return command.length() <= LONGEST_QUOTE
        ? command
        : command.substring(0, LONGEST_QUOTE) + "...";
  }
}
