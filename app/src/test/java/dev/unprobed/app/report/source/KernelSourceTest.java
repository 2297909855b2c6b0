package dev.unprobed.app.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which source is taken, what is said of it, and what is left in the cache. */
final class KernelSourceTest {
  @TempDir private Path top = Path.of("");
  private FakeSystem system =
      new FakeSystem(top, java.util.Map.of(), new java.io.ByteArrayOutputStream());

  @BeforeEach
  void setUp() throws IOException {
    system = FakeSystem.in(top);
  }

  private KernelSource.Found found() {
    return system.find().orElseThrow();
  }

  @Test
  void takesTheNewestThatIsInstalled() throws IOException {
    system.installSource("6.9");
    system.installSource("6.12");

    KernelSource.Found found = found();

    assertThat(found.origin()).startsWith("Debian's linux-source-6.12 from ").endsWith(".tar.xz");
    assertThat(found.sample()).isFalse();
    assertThat(found.tree().resolve("Kconfig")).hasContent("config VERSION_6.12");
    assertThat(system.messages()).contains("unpacking what Kconfig needs of").contains("6.12");
  }

  @Test
  void unpacksOnlyWhatKconfigNeeds() throws IOException {
    system.installSource("6.12");

    Path tree = found().tree();

    assertThat(tree.resolve("drivers/Kconfig")).exists();
    assertThat(tree.resolve("arch/arm64/configs/defconfig")).exists();
    assertThat(tree.resolve("drivers/large.c")).doesNotExist();
  }

  @Test
  void unpacksOnceAndAgainWhenThePackageChanged() throws IOException {
    Path archive = system.installSource("6.12");
    Path tree = found().tree();
    Files.writeString(tree.resolve("Kconfig"), "config MARK\n");

    assertThat(found().tree().resolve("Kconfig")).hasContent("config MARK");

    Files.setLastModifiedTime(archive, java.nio.file.attribute.FileTime.fromMillis(86_400_000));
    assertThat(found().tree()).isNotEqualTo(tree);
  }

  @Test
  void aDamagedArchiveLeavesNothingBehind() throws IOException {
    Path archive = system.installSource("6.12");
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(found().sample()).isTrue();
    assertThat(system.messages())
        .contains("no kernel source: cannot unpack into")
        .contains("is the disk full, or the archive damaged?")
        .contains("this report is about the small sample tree");
    assertThat(system.cached()).isEmpty();

    system.installSource("6.12");
    assertThat(found().sample()).isFalse();
  }

  @Test
  void fetchesThroughAptAndSaysSo() throws IOException {
    system.installApt();
    system.offerSource("6.1");
    system.offerSource("6.12");

    KernelSource.Found found = found();

    assertThat(found.origin()).isEqualTo("Debian's linux-source-6.12 1");
    assertThat(found.tree()).isEqualTo(system.cache().resolve("linux-source-6.12_1"));
    assertThat(found.tree().resolve("Kconfig")).hasContent("config VERSION_6.12");
    assertThat(system.messages())
        .contains("fetching Debian's linux-source-6.12 (5 MB) through apt into " + system.cache())
        .contains("nothing is installed, and later runs use that");
    assertThat(system.cached()).containsExactly("linux-source-6.12_1");
  }

  @Test
  void fetchesOnlyOnce() throws IOException {
    system.installApt();
    system.offerSource("6.12");

    assertThat(found()).isEqualTo(found());
    assertThat(system.told()).isEqualTo("apt-get linux-source-6.12\n");
  }

  @Test
  void fetchesListsOfItsOwnWhereThereAreNone() throws IOException {
    system.installApt();
    system.script("apt-cache", "exit 0");

    assertThat(found().sample()).isTrue();
    assertThat(system.told()).isEqualTo("apt-get update\n");
    assertThat(system.messages())
        .contains("fetching our own lists of packages into " + system.cache())
        .contains("no kernel source: apt knows no package linux-source-*");
  }

  @Test
  void saysWhyAptFailed() throws IOException {
    system.installApt();
    system.offerSource("6.12");
    system.script(
        "apt-get", "echo \"apt-get $*\" >> \"$log\"; echo 'E: the network is down'; exit 100");

    assertThat(found().sample()).isTrue();
    assertThat(system.messages())
        .contains("no kernel source: apt cannot fetch linux-source-6.12: the network is down");
    assertThat(system.told()).contains(" download linux-source-6.12").contains(" update");
    assertThat(system.cached()).containsExactly("apt");
  }

  @Test
  void withoutAptThereIsTheSample() {
    KernelSource.Found found = found();

    assertThat(found.sample()).isTrue();
    assertThat(found.tree()).isEqualTo(top.resolve("home/samples/linux"));
    assertThat(system.messages())
        .isEqualTo(
            """
            unprobed: no kernel source: there is no apt-get here
            unprobed: this report is about the small sample tree that comes with unprobed, not about\
             a kernel; give it one with --tree DIR
            """);
  }

  @Test
  void withoutHomeThereIsTheSample() throws IOException {
    system.installSource("6.12");
    system.environment().remove("HOME");

    assertThat(found().sample()).isTrue();
    assertThat(system.messages()).contains("neither XDG_CACHE_HOME nor HOME says");
  }

  @Test
  void takesNoDraftForATree() throws IOException {
    system.installApt();
    system.offerSource("6.12");
    Path draft = Drafts.beside(system.cache().resolve("linux-source-6.13_1"));
    Files.createDirectories(draft.resolve("arch"));
    Files.writeString(draft.resolve("Kconfig"), "config HALF\n");
    Files.writeString(draft.resolve("Makefile"), "\n");

    assertThat(found().tree()).isEqualTo(system.cache().resolve("linux-source-6.12_1"));
    assertThat(draft).as("its process lives").exists();
  }

  @Test
  void removesWhatAStoppedProcessLeft() throws IOException, InterruptedException {
    system.installSource("6.12");
    Process gone = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
    gone.waitFor();
    Path draft = system.cache().resolve("linux-source-6.12_1.new-" + gone.pid());
    Files.createDirectories(draft.resolve("arch"));

    found();

    assertThat(draft).doesNotExist();
  }

  @Test
  void fetchesXzWhenThereIsNone() throws IOException {
    system.installSource("6.12");
    system.installApt();
    Path bin = Files.createDirectories(top.resolve("xz-root/usr/bin"));
    Files.copy(top.resolve("bin/xz"), bin.resolve("xz"));
    system.run(
        "tar",
        "-cf",
        system.pool().resolve("xz-utils.deb").toString(),
        "-C",
        top.resolve("xz-root").toString(),
        "./usr");
    system.lacks("xz");

    assertThat(found().sample()).isFalse();
    assertThat(system.messages()).contains("fetching xz-utils through apt into " + system.cache());
    assertThat(system.cache().resolve("tools/usr/bin/xz")).isExecutable();
  }

  @Test
  void withoutXzAndAptThereIsTheSample() throws IOException {
    system.installSource("6.12");
    system.lacks("xz");

    assertThat(found().sample()).isTrue();
    assertThat(system.messages()).contains("no kernel source: there is no apt-get here");
  }
}
