package dev.unprobed.kernel.pack;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cache of packages from growing for ever: what nobody has used for a month goes, and so
 * does what was used longest ago while all of them are too large. What was used within a day stays,
 * because somebody may be reading it.
 *
 * @param now to which ages are measured
 */
record CacheRoom(Path folder, Instant now) {
  private static final Duration IDLE = Duration.ofDays(30);
  private static final Duration SAFE = Duration.ofDays(1);
  private static final long MOST_BYTES = 4L << 30;

  private record Kept(Path folder, Instant used, long bytes) {}

  /** Notes that a package was used just now. */
  static void used(Path place) throws IOException {
    try {
      Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
    } catch (FileSystemException e) {
      // a cache that cannot be written is used as it is, and tidied by whoever can
      return;
    }
  }

  void tidy() throws IOException {
    tidy(MOST_BYTES);
  }

  /**
   * Deletes what has to go.
   *
   * @param most how many bytes may stay
   */
  void tidy(long most) throws IOException {
    long left = most;
    for (Kept one : packages()) {
      left -= one.bytes();
      boolean safe = one.used().isAfter(now.minus(SAFE));
      if (!safe && (left < 0 || one.used().isBefore(now.minus(IDLE)))) {
        delete(one.folder());
      }
    }
  }

  /** The one that was used last comes first; what was left half unpacked counts too. */
  private List<Kept> packages() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> name(path).matches("(package|unpacking)-.*"))
          .filter(Files::isDirectory)
          .flatMap(path -> read(path).stream())
          .sorted(Comparator.comparing(Kept::used).reversed())
          .toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Nothing where somebody else deletes it at this moment. */
  private static List<Kept> read(Path place) {
    long[] bytes = {0};
    try {
      Files.walkFileTree(
          place,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              bytes[0] += attributes.size();
              return FileVisitResult.CONTINUE;
            }
          });
      return List.of(new Kept(place, Files.getLastModifiedTime(place).toInstant(), bytes[0]));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** With all that is in it; nothing happens when it is not there. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
