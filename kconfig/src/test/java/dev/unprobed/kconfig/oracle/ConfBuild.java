package dev.unprobed.kconfig.oracle;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds conf from the kernel sources that Debian packages, once. */
final class ConfBuild {
  private static final Set<String> SOURCES =
      Set.of("conf.c", "confdata.c", "expr.c", "menu.c", "preprocess.c", "symbol.c", "util.c");

  private final Path folder;

  private ConfBuild(Path folder) {
    this.folder = folder;
  }

  /** The program; built now unless the cache has it. */
  static Path of(String version) throws IOException {
    Path sources = Path.of("/usr/src/linux-source-" + version + ".tar.xz");
    if (!Files.exists(sources)) {
      throw new IOException("no " + sources + "; apt install linux-source-" + version);
    }
    // The size of the archive tells one update of the package from the next.
    String name = "conf-" + version + "-" + Files.size(sources);
    Path program = cache().resolve(name);
    if (!Files.isExecutable(program)) {
      build(sources, version, program);
    }
    return program;
  }

  private static Path cache() throws IOException {
    Path home = Path.of(System.getProperty("user.home", ""), ".cache", "unprobed", "oracle");
    try {
      Files.createDirectories(home);
      if (Files.isWritable(home)) {
        return home;
      }
    } catch (IOException _) {
      // Then the temporary folder has to do.
    }
    Path shared = Path.of(System.getProperty("java.io.tmpdir"), "unprobed-oracle");
    return Files.createDirectories(shared);
  }

  private static void build(Path sources, String version, Path program) throws IOException {
    System.out.println("building the conf of Linux " + version + " from " + sources + " ...");
    try (WorkFolder folder = WorkFolder.create()) {
      Path built = new ConfBuild(folder.path()).build(sources, version);
      Path beside =
          program.resolveSibling(program.getFileName() + "." + ProcessHandle.current().pid());
      Files.copy(
          built, beside, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      try {
        Files.move(beside, program, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException _) {
        Files.move(beside, program, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path build(Path sources, String version) throws IOException {
    String top = "linux-source-" + version + "/scripts/";
    run("tar", "xJf", sources.toString(), "--wildcards", top + "kconfig/*.[chly]");
    if (!version.equals("6.1")) {
      run("tar", "xJf", sources.toString(), "--wildcards", top + "include/*.h");
    }
    Path kconfig = folder.resolve(top + "kconfig");
    run("bison", "-t", "-o", "parser.tab.c", "--defines=parser.tab.h", "-l", kconfig + "/parser.y");
    run("flex", "-olexer.lex.c", "-L", kconfig + "/lexer.l");
    List<String> gcc =
        new ArrayList<>(List.of("gcc", "-O2", "-std=gnu11", "-D_DEFAULT_SOURCE", "-w"));
    gcc.addAll(List.of("-I.", "-I" + kconfig, "-I" + folder.resolve(top + "include")));
    gcc.addAll(List.of("-o", "conf", "parser.tab.c", "lexer.lex.c"));
    SOURCES.forEach(source -> gcc.add(kconfig + "/" + source));
    run(gcc.toArray(String[]::new));
    return folder.resolve("conf");
  }

  private void run(String... command) throws IOException {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command[0] + ": " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
