package dev.unprobed.bench.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds kernel trees: a folder, or the source that Debian packages. */
public final class Sources {

  private static final Path PACKAGED = Path.of("/usr/src");
  private static final String STAMP = ".unprobed-source";

  /** What decides a configuration, and what the shell commands of the Kconfig files read. */
  private static final List<String> NEEDED =
      List.of(
          "Kconfig*",
          "*.sh",
          "*config",
          "%/Makefile",
          "%/scripts/*",
          "%/arch/*/configs/*",
          "%/arch/*/Makefile*",
          "%/include/linux/*",
          "%/include/uapi/*",
          "%/include/asm-generic/*");

  private Sources() {}

  /** A folder, or a version such as {@code 6.1} of Debian's packages. */
  public static KernelTree find(String name) throws IOException {
    return Files.isDirectory(Path.of(name)) ? KernelTree.of(Path.of(name)) : debian(name);
  }

  /**
   * The configuration files of {@code /usr/src/linux-source-VERSION.tar.xz}, unpacked into the
   * user's cache once for each version of the package.
   */
  public static KernelTree debian(String version) throws IOException {
    String name = "linux-source-" + version;
    Path archive = PACKAGED.resolve(name + ".tar.xz");
    if (!Files.isRegularFile(archive)) {
      throw new NoSuchFileException(
          "%s: not found; apt-get install %s, or name a tree".formatted(archive, name));
    }
    String stamp = Files.size(archive) + " " + Files.getLastModifiedTime(archive);
    Path place = Cache.folder("sources").resolve(name);
    if (!isUnpacked(place, stamp)) {
      unpack(archive, place, stamp);
    }
    return KernelTree.of(place);
  }

  private static boolean isUnpacked(Path place, String stamp) throws IOException {
    Path file = place.resolve(STAMP);
    return Files.isRegularFile(file) && Files.readString(file).equals(stamp);
  }

  private static void unpack(Path archive, Path place, String stamp) throws IOException {
    System.err.println("unpacking " + archive);
    Cache.delete(place);
    Cache.fill(
        place,
        folder -> {
          List<String> words =
              new ArrayList<>(List.of("tar", "-C", folder.toString(), "--strip-components=1"));
          words.addAll(List.of("-xf", archive.toString(), "--wildcards", "--no-anchored"));
          needed(String.valueOf(place.getFileName())).forEach(words::add);
          Command.output(folder, words.toArray(String[]::new));
          Files.writeString(folder.resolve(STAMP), stamp, UTF_8);
        });
  }

  private static Stream<String> needed(String root) {
    return NEEDED.stream().map(pattern -> pattern.replace("%", root));
  }
}
