package dev.unprobed.app.replay;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conf of a kernel tree, built outside of it from {@code scripts/kconfig} as kbuild builds it.
 * To be closed at the end, which deletes it. Not for several threads at once.
 *
 * <p>It reads the Kconfig files once, from when it is built on, and each answer is that of a copy
 * of the process which has read them: {@code server.c}. A Kconfig file that looks at the
 * configuration through the shell would see the first one only.
 */
public final class TreeConf implements AutoCloseable {
  private static final String OTHER_PROGRAMS = "(m|n|g|q|mn)conf.*|images\\.c";

  private final Path tree;
  private final String mainFile;
  private final Map<String, String> environment;
  private final Path folder;
  private @Nullable Process server;

  /**
   * What conf did with a file.
   *
   * @param config what it wrote, a byte string
   * @param messages its standard error, a byte string
   */
  public record Answer(int status, String config, String messages) {}

  private TreeConf(Path tree, String mainFile, Map<String, String> environment, Path folder) {
    this.tree = tree;
    this.mainFile = mainFile;
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * Builds it.
   *
   * @param environment that Kconfig files are read with, byte strings
   * @throws Unbuildable when the tree has no conf, or a tool is missing
   */
  public static TreeConf build(Path tree, String mainFile, Map<String, String> environment)
      throws Unbuildable {
    Path sources = tree.resolve("scripts/kconfig");
    if (!Files.exists(sources.resolve("parser.y"))) {
      throw new Unbuildable("the tree has no scripts/kconfig/parser.y");
    }
    if (!Files.isWritable(tree)) {
      // scripts/Kconfig.include makes folders where it tries options of the compiler: without
      // them conf takes every option for missing, and what it says then proves nothing.
      throw new Unbuildable("the tree cannot be written, which its questions to the compiler need");
    }
    try {
      Path folder = Files.createTempDirectory("unprobed-conf-");
      TreeConf conf = new TreeConf(tree, mainFile, environment, folder);
      try {
        conf.build(sources);
        conf.start();
        return conf;
      } catch (IOException | Unbuildable e) {
        conf.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Unbuildable(Reason.of(e));
    }
  }

  private void build(Path sources) throws IOException, Unbuildable {
    try (InputStream code = TreeConf.class.getResourceAsStream("server.c")) {
      Files.copy(Objects.requireNonNull(code), folder.resolve("server.c"));
    }
    tool(
        "bison", "-o", "parser.tab.c", "--defines=parser.tab.h", "-t", "-l", sources + "/parser.y");
    tool("flex", "-olexer.lex.c", "-L", sources + "/lexer.l");
    List<String> programs;
    try (Stream<Path> files = Files.list(sources)) {
      programs =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".c") && !name.matches(OTHER_PROGRAMS))
              .sorted()
              .map(name -> sources + "/" + name)
              .toList();
    }
    List<String> include = List.of("-I.", "-I" + sources, "-I" + tree.resolve("scripts/include"));
    List<String> once =
        List.of("-DMESSAGES=\"" + folder.resolve("messages") + "\"", "-Wl,--wrap=conf_parse");
    List<String> output = List.of("-o", "conf", "parser.tab.c", "lexer.lex.c", "server.c");
    tool(
        Stream.of(List.of("gcc", "-O1", "-std=gnu11", "-w"), include, once, output, programs)
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private void tool(String... command) throws IOException, Unbuildable {
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException _) {
      throw new Unbuildable(command[0] + " is not installed");
    }
    if (waitFor(process) != 0) {
      Optional<String> first;
      try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
        first = lines.findFirst();
      }
      throw new Unbuildable(command[0] + ": " + first.orElse("it failed"));
    }
  }

  private void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(folder.resolve("conf").toString(), "--olddefconfig", mainFile)
            .directory(tree.toFile())
            .redirectError(folder.resolve("reading").toFile());
    Map<String, String> variables = builder.environment();
    variables.clear();
    environment.forEach(
        (name, value) -> variables.put(ByteText.readable(name), ByteText.readable(value)));
    variables.put("KCONFIG_CONFIG", folder.resolve("config").toString());
    // It also writes what make includes, where there is none yet: into the tree, if it is not told
    // otherwise.
    Path included = folder.resolve("included");
    variables.put("KCONFIG_AUTOCONFIG", included + "/config/auto.conf");
    variables.put("KCONFIG_AUTOHEADER", included + "/generated/autoconf.h");
    variables.put("KCONFIG_RUSTCCFG", included + "/generated/rustc_cfg");
    // A warning may be just what the configuration is to show.
    variables.remove("KCONFIG_WERROR");
    server = builder.start();
  }

  /**
   * Runs olddefconfig.
   *
   * @param config the file that it is given, a byte string
   */
  public Answer olddefconfig(String config) throws IOException {
    Path file = folder.resolve("config");
    Files.write(file, ByteText.bytes(config));
    int status = status(Objects.requireNonNull(server));
    return new Answer(
        status, ByteText.of(Files.readAllBytes(file)), said("reading") + said("messages"));
  }

  /** Of the copy that answers; of conf itself when it did not come to that. */
  private static int status(Process server) throws IOException {
    String line = null;
    try {
      server.getOutputStream().write('\n');
      server.getOutputStream().flush();
      line = server.inputReader().readLine();
    } catch (IOException _) {
      // It ended while it read the Kconfig files, and its exit status tells how.
    }
    if (line != null) {
      return Integer.parseInt(line);
    }
    int status = waitFor(server);
    if (status == 0) {
      throw new IOException("it ended before it was asked");
    }
    return status;
  }

  /** A byte string. */
  private String said(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? ByteText.of(Files.readAllBytes(file)) : "";
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException();
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.destroy();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    } catch (IOException _) {
      // It is in the system's folder for such files, which is emptied now and then.
    }
  }
}
