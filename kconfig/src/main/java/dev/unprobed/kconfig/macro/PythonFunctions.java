package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The macros that a tree with Kconfiglib defines in Python: {@code functions} of its module {@code
 * kconfigfunctions}, or of the one that KCONFIG_FUNCTIONS names. A single python3 is started when
 * the first of them is needed, and answers all; so it can keep what it has read, such as a device
 * tree.
 *
 * <p>Questions go through a {@link Shell}, so that they are recorded and replayed like commands:
 * the word {@value #QUESTION}, the name and the arguments, each on a line of its own. Without a
 * name it is the question which functions there are: {@code name:least:most} for each.
 */
public final class PythonFunctions implements AutoCloseable {
  /** What distinguishes a question from a command. */
  public static final String QUESTION = "kconfigfunctions";

  private static final String DRIVER =
      """
      import importlib, os, sys, types
      source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
      os.dup2(2, 1)
      sys.path[0] = sys.argv[1]
      kconf = types.SimpleNamespace(
          filename="Kconfig", linenr=0, srctree=os.getenv("srctree", ""), syms={}, variables={})
      def answer(words):
          functions = importlib.import_module(sys.argv[2]).functions
          if words:
              return functions[words[0]][0](kconf, *words)
          return " ".join(
              "%s:%d:%d" % (name, least, -1 if most is None else most)
              for name, (_, least, most) in functions.items())
      while True:
          line = source.readline()
          if not line:
              break
          try:
              words = source.read(int(line)).decode().split("\\n")[1:]
              status, text = 0, answer(words)
          except Exception as error:
              status, text = 1, type(error).__name__ + ": " + str(error)
          data = text.encode()
          answers.write(bytes([status]) + len(data).to_bytes(4, "big") + data)
          answers.flush()
      """;

  private final Path folder;
  private final Map<String, String> environment;
  private final String module;
  private final @Nullable Path directory;
  private @Nullable Process process;
  private @Nullable DataInputStream answers;

  /**
   * The functions of a tree.
   *
   * @param folder where Python runs
   * @param kconfiglib where the tree has its Kconfiglib
   * @param environment all of Python's environment; the values are byte strings
   */
  public PythonFunctions(Path folder, Path kconfiglib, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    module = environment.getOrDefault("KCONFIG_FUNCTIONS", QUESTION);
    directory = home(kconfiglib);
  }

  private @Nullable Path home(Path kconfiglib) {
    List<Path> places = new ArrayList<>(List.of(kconfiglib));
    for (String place : environment.getOrDefault("PYTHONPATH", "").split(":", -1)) {
      if (!place.isEmpty()) {
        places.add(folder.resolve(ByteText.readable(place)));
      }
    }
    for (Path place : places) {
      if (Files.exists(place.resolve(ByteText.readable(module) + ".py"))) {
        return place;
      }
    }
    return null;
  }

  /** A shell that answers questions for functions itself, and hands on all commands. */
  public Shell before(Shell commands) {
    return command -> command.startsWith(QUESTION) ? ask(command) : commands.run(command);
  }

  private synchronized String ask(String question) {
    if (directory == null) {
      return "";
    }
    byte[] bytes = ByteText.bytes(question);
    try {
      Process python = process == null ? start(directory) : process;
      OutputStream questions = python.getOutputStream();
      questions.write(ByteText.bytes(bytes.length + "\n"));
      questions.write(bytes);
      questions.flush();
      return answer(question);
    } catch (IOException e) {
      throw new MacroException(
          "cannot ask python3 for the functions in " + module + ".py: " + e.getMessage(),
          "install it, or give the answers that were recorded elsewhere with --macros FILE");
    }
  }

  private Process start(Path home) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("python3", "-c", DRIVER, home.toString(), ByteText.readable(module));
    builder.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    ProcessEnvironment.apply(environment, builder.environment());
    Process started = builder.start();
    process = started;
    answers = new DataInputStream(started.getInputStream());
    return started;
  }

  private String answer(String question) throws IOException {
    DataInputStream stream = answers;
    if (stream == null) {
      throw new IOException("it is not running");
    }
    boolean failed = stream.readByte() != 0;
    String text = ByteText.of(stream.readNBytes(stream.readInt()));
    if (failed) {
      String call = question.substring(QUESTION.length()).strip().replace('\n', ',');
      throw new MacroException("$(" + call + ") failed: " + text, "it is a function in Python");
    }
    return text;
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
