package dev.unprobed.reclaim.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive beside what cpio reads in it. */
final class InitramfsTest {

  @TempDir Path folder;

  private Path archive() throws IOException {
    byte[] bytes =
        new Initramfs()
            .characterDevice("dev/console", 5, 1)
            .program("init", "#!/bin/sh\n".getBytes(UTF_8))
            .program("lib/modules/6.1/a.ko", new byte[] {1, 2, 3, 4, 5})
            .program("lib/modules/6.1/b.ko", new byte[0])
            .bytes();
    return Files.write(folder.resolve("initramfs.cpio"), bytes);
  }

  private String output(String... words) throws IOException {
    Process process = new ProcessBuilder(words).directory(folder.toFile()).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.onExit().join().exitValue()).isZero();
    return said;
  }

  @Test
  void cpioListsWhatWasPutIn() throws IOException {
    Needed.program("cpio");
    String list = output("cpio", "-itv", "--quiet", "-F", archive().toString());
    assertThat(list.lines().map(line -> line.replaceAll(" +", " ")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("drwxr-xr-x ").endsWith(" dev"),
            line ->
                assertThat(line).startsWith("crw------- ").contains("5, 1 ").endsWith("/console"),
            line -> assertThat(line).startsWith("-rwxr-xr-x ").contains(" 10 ").endsWith(" init"),
            line -> assertThat(line).startsWith("drwxr-xr-x ").endsWith(" lib"),
            line -> assertThat(line).endsWith(" lib/modules"),
            line -> assertThat(line).endsWith(" lib/modules/6.1"),
            line -> assertThat(line).contains(" 5 ").endsWith("a.ko"),
            line -> assertThat(line).contains(" 0 ").endsWith("b.ko"));
  }

  @Test
  void cpioUnpacksTheSameBytes() throws IOException {
    Needed.program("cpio");
    Path file = archive();
    output("cpio", "-id", "--quiet", "-F", file.toString(), "init", "lib/*");
    assertThat(folder.resolve("init")).hasContent("#!/bin/sh\n");
    assertThat(folder.resolve("lib/modules/6.1/a.ko")).hasBinaryContent(new byte[] {1, 2, 3, 4, 5});
    assertThat(folder.resolve("lib/modules/6.1/b.ko")).isEmptyFile();
  }
}
