package dev.unprobed.app.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelFilesTest {
  @TempDir Path tree;

  @Test
  void findsWordsInCodeThatIsTheKernels() throws IOException {
    write("drivers/Makefile", "obj-$(CONFIG_FOO) += foo.o");
    write("drivers/foo.c", "#ifdef CONFIG_FOO_BAR\n");
    write("drivers/foo.h", "#ifdef CONFIG_FOO\n");
    write("drivers/Kconfig", "# CONFIG_FOO\n");
    write("tools/foo.c", "#ifdef CONFIG_FOO\n");
    write("include/generated/autoconf.h", "#define CONFIG_FOO 1\n");
    write("arch/arm/include/generated/a.h", "#define CONFIG_FOO 1\n");
    KernelFiles files = new KernelFiles(tree);
    assertThat(files.mentioning(Set.of("CONFIG_FOO", "CONFIG_NOWHERE")))
        .containsOnlyKeys("CONFIG_FOO")
        .extractingByKey("CONFIG_FOO")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.COLLECTION)
        .containsExactly("drivers/Makefile", "drivers/foo.h");
    assertThat(files.text("drivers/foo.h")).isEqualTo("#ifdef CONFIG_FOO\n");
    assertThat(files.text("drivers")).isNull();
    assertThat(files.text("nowhere.c")).isNull();
  }

  private void write(String name, String text) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
