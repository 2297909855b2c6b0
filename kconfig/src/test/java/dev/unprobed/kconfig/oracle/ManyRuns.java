package dev.unprobed.kconfig.oracle;

import dev.unprobed.kconfig.source.ByteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One small tree whose {@code .config} files go through {@code conf --olddefconfig} by the
 * thousand: an unmodified conf, of which a preloaded library makes a copy for each file.
 */
public final class ManyRuns implements AutoCloseable {
  private static final String LIBRARY = "many.so";
  private static final String SOURCE = "many.c";

  private final RealConf conf;
  private final WorkFolder folder;
  private int runs;

  /**
   * What became of a file.
   *
   * @param status what waitpid() says of conf; 0 when all is well
   * @param config the {@code .config} afterwards, a byte string; empty when there is none
   */
  public record Result(int status, String config) {}

  private ManyRuns(RealConf conf, WorkFolder folder) {
    this.conf = conf;
    this.folder = folder;
  }

  /** For a tree. The environment is empty but for {@code TITLE=tests}. */
  public static ManyRuns of(RealConf conf, Map<String, String> files) {
    try {
      WorkFolder folder = WorkFolder.create();
      folder.fill("tree", files);
      return new ManyRuns(conf, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many times conf has run. */
  public int runs() {
    return runs;
  }

  /** What becomes of files, each by itself. */
  public List<Result> olddefconfig(List<String> configs) {
    try {
      ByteArrayOutputStream jobs = new ByteArrayOutputStream();
      for (String config : configs) {
        jobs.writeBytes(ByteText.bytes(config.length() + "\n" + config));
      }
      Files.write(folder.path().resolve("jobs"), jobs.toByteArray());
      start();
      runs += configs.size();
      return answers(ByteText.of(Files.readAllBytes(folder.path().resolve("answers"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(conf.program().toString(), "--olddefconfig", "Kconfig")
            .directory(folder.path().resolve("tree").toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.path().resolve("errors").toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("TITLE", "tests");
    environment.put("LD_PRELOAD", Library.PLACE.toString());
    environment.put("UNPROBED_MANY", folder.path().toString());
    try {
      int status = builder.start().waitFor();
      if (status != 0) {
        String errors = WorkFolder.text(folder.path().resolve("errors"));
        throw new IOException("%s: exit status %d%n%s".formatted(SOURCE, status, errors));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static List<Result> answers(String text) {
    List<Result> results = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int space = text.indexOf(' ', at);
      int end = text.indexOf('\n', space);
      int length = Math.max(0, Integer.parseInt(text, space + 1, end, 10));
      String config = text.substring(end + 1, end + 1 + length);
      results.add(new Result(Integer.parseInt(text, at, space, 10), config));
      at = end + 1 + length;
    }
    return results;
  }

  @Override
  public void close() {
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library that makes copies of conf, compiled when it is first needed. */
  private static final class Library {
    static final Path PLACE = compile();

    private static Path compile() {
      try (InputStream source = ManyRuns.class.getResourceAsStream(SOURCE)) {
        if (source == null) {
          throw new NoSuchFileException(SOURCE);
        }
        Path folder = Files.createTempDirectory("unprobed-many");
        Path library = folder.resolve(LIBRARY);
        Files.write(folder.resolve(SOURCE), source.readAllBytes());
        Process gcc =
            new ProcessBuilder("gcc", "-O2", "-shared", "-fPIC", "-o", LIBRARY, SOURCE, "-ldl")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        if (gcc.waitFor() != 0) {
          throw new IOException("gcc cannot compile " + SOURCE);
        }
        // In the opposite order.
        for (Path file : List.of(folder, folder.resolve(SOURCE), library)) {
          file.toFile().deleteOnExit();
        }
        return library;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
