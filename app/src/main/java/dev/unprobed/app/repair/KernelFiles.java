package dev.unprobed.app.repair;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.driver.SourceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The code of a source tree; what a build has generated in it, and programs of its own, are not.
 */
public final class KernelFiles implements SourceFiles {
  private static final Set<String> SKIPPED =
      Set.of(".git", "Documentation", "tools", "include/config", "include/generated");

  private final Path tree;
  private @Nullable List<String> names;

  /**
   * @param tree its top folder
   */
  public KernelFiles(Path tree) {
    this.tree = tree;
  }

  @Override
  public @Nullable String text(String name) {
    byte[] bytes = bytes(name);
    return bytes == null ? null : ByteText.of(bytes);
  }

  private byte @Nullable [] bytes(String name) {
    Path file = tree.resolve(ByteText.readable(name));
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, SortedSet<String>> mentioning(Set<String> words) {
    Words wanted = new Words(words);
    Map<String, SortedSet<String>> found = new HashMap<>();
    names().parallelStream()
        .forEach(name -> {
          byte[] bytes = bytes(name);
          Set<String> inFile = bytes == null ? Set.of() : wanted.in(bytes);
          if (!inFile.isEmpty()) {
            synchronized (found) {
              inFile.forEach(word -> found.computeIfAbsent(word, key -> new TreeSet<>()).add(name));
            }
          }
        });
    return found;
  }

  private List<String> names() {
    List<String> known = names;
    if (known == null) {
      known = walked();
      names = known;
    }
    return known;
  }

  private List<String> walked() {
    List<String> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          tree,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = tree.relativize(folder).toString();
              boolean skip = SKIPPED.contains(name) || name.endsWith("/include/generated");
              return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && code(String.valueOf(file.getFileName()))) {
                found.add(ByteText.encode(tree.relativize(file).toString()));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static boolean code(String name) {
    return name.endsWith(".c")
        || name.endsWith(".h")
        || name.endsWith(".S")
        || name.startsWith("Makefile")
        || name.startsWith("Kbuild");
  }
}
