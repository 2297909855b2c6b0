package dev.unprobed.bench.board;

import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Cache;
import dev.unprobed.bench.tree.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The modules of a kernel, as kmod finds them: {@code depmod} and {@code modprobe --show-depends}.
 *
 * @param source {@code lib/modules/RELEASE} of the package
 * @param base what modprobe takes for the root folder, with depmod's tables
 */
record Modules(Path source, Path base) {

  private static final String INSMOD = "insmod ";

  static Modules of(StockKernel kernel) throws IOException {
    Path source = kernel.modules().orElseThrow();
    String release = String.valueOf(source.getFileName());
    Path base = Cache.folder("depmod").resolve(release);
    if (!Files.isDirectory(base)) {
      // depmod writes beside the modules, and what was unpacked stays as it is.
      Path fresh = Files.createTempDirectory(Cache.folder("depmod"), release + ".");
      Path folder = Files.createDirectories(fresh.resolve("lib/modules"));
      Command.output(folder, "cp", "-rl", source.toString(), folder.toString());
      Command.output(fresh, "/sbin/depmod", "-b", fresh.toString(), release);
      Files.move(fresh, base);
    }
    return new Modules(source, base);
  }

  /**
   * For each alias that a module has, the files to insert, in order, below {@link #source}. Aliases
   * that none has are left out.
   */
  SortedMap<String, List<String>> resolve(Collection<String> aliases) throws IOException {
    SortedMap<String, List<String>> files = new TreeMap<>();
    for (String alias : aliases) {
      List<String> needed = filesFor(alias);
      if (!needed.isEmpty()) {
        files.put(alias, needed);
      }
    }
    return files;
  }

  private List<String> filesFor(String alias) throws IOException {
    // The rules of this machine in /etc/modprobe.d are not those of the board.
    List<String> words =
        List.of(
            "/sbin/modprobe",
            "-C",
            "/dev/null",
            "-d",
            base.toString(),
            "-S",
            String.valueOf(source.getFileName()),
            "--show-depends",
            alias);
    Answer answer = new Command(words, System.getenv(), base).run();
    Path folder = base.resolve("lib/modules").resolve(source.getFileName());
    return answer
        .stdout()
        .lines()
        .filter(line -> line.startsWith(INSMOD))
        .map(line -> line.substring(INSMOD.length()).strip().split(" ", 2)[0])
        .map(file -> folder.relativize(Path.of(file).normalize()).toString())
        .distinct()
        .toList();
  }
}
