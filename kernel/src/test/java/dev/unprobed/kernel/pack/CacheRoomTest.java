package dev.unprobed.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheRoomTest {
  private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");

  @TempDir Path folder;

  private void place(String name, long days, int bytes) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    Files.write(place.resolve("vmlinuz"), new byte[bytes]);
    Files.setLastModifiedTime(place, FileTime.from(NOW.minus(Duration.ofDays(days))));
  }

  private List<String> left(long most) throws IOException {
    new CacheRoom(folder, NOW).tidy(most);
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void dropsWhatNobodyUsed() throws IOException {
    place("package-1-old", 40, 1);
    place("package-1-new", 20, 1);
    place("unpacking-7", 31, 1);
    place("somebody-elses", 99, 1);
    assertThat(left(1000)).containsExactly("package-1-new", "somebody-elses");
  }

  @Test
  void dropsTheOldestOfTooMany() throws IOException {
    place("package-1-a", 5, 40);
    place("package-1-b", 3, 40);
    place("package-1-c", 2, 40);
    assertThat(left(100)).containsExactly("package-1-b", "package-1-c");
  }

  /** Another process may be reading what it has just unpacked. */
  @Test
  void keepsWhatIsInUse() throws IOException {
    place("package-1-a", 0, 400);
    place("package-1-b", 0, 400);
    place("package-1-c", 2, 1);
    assertThat(left(100)).containsExactly("package-1-a", "package-1-b");
  }
}
