package dev.unprobed.bench.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kernel source tree, whole or only its configuration files.
 *
 * @param name its generation, as in {@code 6.1}
 * @param version what the tree's Makefile calls KERNELVERSION
 * @param folder absolute
 * @param digest of everything in the tree that decides a configuration
 */
public record KernelTree(String name, String version, Path folder, String digest) {

  private static final Pattern NUMBER =
      Pattern.compile("(?m)^(VERSION|PATCHLEVEL|SUBLEVEL|EXTRAVERSION) *= *(\\S*)$");
  private static final Set<String> SKIPPED = Set.of("Documentation", ".git", "dts", "include");
  private static final Pattern DECISIVE = Pattern.compile("Kconfig.*|.*\\.sh|.*config");

  public static KernelTree of(Path path) throws IOException {
    Path folder = path.toRealPath();
    Path makefile = folder.resolve("Makefile");
    if (!Files.isRegularFile(folder.resolve("Kconfig")) || !Files.isRegularFile(makefile)) {
      throw new NoSuchFileException(path + ": not a kernel tree: no Kconfig or no Makefile");
    }
    if (Files.exists(folder.resolve("include/config/auto.conf"))
        || Files.exists(folder.resolve(".config"))) {
      throw new IOException(path + ": conf would read what a build left here; run make mrproper");
    }
    List<String> numbers = numbers(Files.readString(makefile));
    return new KernelTree(
        numbers.get(0) + "." + numbers.get(1), version(numbers), folder, digest(folder));
  }

  /** Whether the tree's Makefile speaks of a variable. */
  boolean exports(String variable) throws IOException {
    return Files.readString(folder.resolve("Makefile")).contains(variable);
  }

  /** The text of a file of the tree, in ISO 8859-1. */
  public String text(String file) throws IOException {
    return Files.readString(folder.resolve(file), ISO_8859_1);
  }

  /** The files and folders in a folder of the tree, sorted; none if there is no such folder. */
  List<Path> list(String name) throws IOException {
    Path listed = folder.resolve(name);
    if (!Files.isDirectory(listed)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(listed)) {
      return entries.sorted().toList();
    }
  }

  private static List<String> numbers(String makefile) {
    Matcher matcher = NUMBER.matcher(makefile);
    return matcher.results().limit(4).map(result -> result.group(2)).toList();
  }

  private static String version(List<String> numbers) {
    return numbers.stream().limit(3).collect(joining(".")) + numbers.get(3);
  }

  private static String digest(Path folder) throws IOException {
    Digest digest = new Digest();
    for (Path file : decisive(folder)) {
      digest.addFile(folder.relativize(file).toString(), file);
    }
    return digest.text();
  }

  private static Set<Path> decisive(Path folder) throws IOException {
    Set<Path> files = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(entered.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                && DECISIVE.matcher(String.valueOf(file.getFileName())).matches()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
