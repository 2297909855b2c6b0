package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KernelEnvironmentTest {
  private static final String MAKEFILE =
      "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 3\nEXTRAVERSION = -rc1\nNAME = Some Fish\n";

  @TempDir Path tree = Path.of("");
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(tree.resolve("Makefile"), MAKEFILE);
  }

  private Map<String, String> of(String arch, @Nullable String cc, Map<String, String> process) {
    return KernelEnvironment.of(
        tree,
        arch,
        cc,
        process,
        command -> {
          asked.add(command);
          return command.contains("clang") ? "clang version 15 #1" : "gcc (Debian) #12";
        });
  }

  @ParameterizedTest
  @CsvSource({"arm64,arm64", "i386,x86", "x86_64,x86", "sparc64,sparc", "parisc64,parisc", "um,um"})
  void namesTheFolderOfAnArchitecture(String arch, String folder) {
    assertThat(of(arch, null, Map.of()))
        .containsEntry("ARCH", arch)
        .containsEntry("SRCARCH", folder);
  }

  @Test
  void readsTheVersion() {
    assertThat(of("arm64", null, Map.of()))
        .containsEntry("KERNELVERSION", "6.12.3-rc1")
        .containsEntry("PATCHLEVEL", "12")
        .containsEntry("srctree", tree.toString());
  }

  @Test
  void namesTheToolsOfACrossCompiler() {
    assertThat(of("arm64", "ccache aarch64-linux-gnu-gcc-12", Map.of()))
        .containsEntry("CC", "ccache aarch64-linux-gnu-gcc-12")
        .containsEntry("CROSS_COMPILE", "aarch64-linux-gnu-")
        .containsEntry("LD", "aarch64-linux-gnu-ld")
        .containsEntry("READELF", "aarch64-linux-gnu-readelf")
        .containsEntry("HOSTCC", "gcc");
  }

  @Test
  void namesTheToolsOfAPrefix() {
    assertThat(of("arm", null, Map.of("CROSS_COMPILE", "/opt/bin/arm-")))
        .containsEntry("CC", "/opt/bin/arm-gcc")
        .containsEntry("STRIP", "/opt/bin/arm-strip");
    assertThat(of("x86", "gcc", Map.of()))
        .containsEntry("LD", "ld")
        .doesNotContainKey("CROSS_COMPILE");
  }

  @Test
  void namesTheToolsOfLlvm() {
    assertThat(of("arm64", null, Map.of("LLVM", "-15")))
        .containsEntry("CC", "clang-15")
        .containsEntry("LD", "ld.lld-15")
        .containsEntry("NM", "llvm-nm-15");
    assertThat(of("arm64", null, Map.of("LLVM", "/opt/"))).containsEntry("AR", "/opt/llvm-ar");
  }

  @Test
  void whatTheProcessSetWins() {
    Map<String, String> process =
        Map.of("LD", "my-ld", "KERNELVERSION", "1", "CC_VERSION_TEXT", "x", "CC", "my-cc");
    assertThat(of("arm64", null, process)).containsAllEntriesOf(process);
    assertThat(asked).isEmpty();
    assertThat(of("arm64", "gcc", process)).containsEntry("CC", "gcc");
  }

  @Test
  void anotherArchitectureHasAnotherFolder() {
    Map<String, String> process = Map.of("ARCH", "x86_64", "SRCARCH", "x86");
    assertThat(of("arm64", null, process)).containsEntry("SRCARCH", "arm64");
    assertThat(of("x86_64", null, process)).containsEntry("SRCARCH", "x86");
  }

  @Test
  void asksForVersions() throws IOException {
    assertThat(of("arm64", "gcc", Map.of()))
        .containsEntry("CC_VERSION_TEXT", "gcc (Debian) 12")
        .doesNotContainKey("PAHOLE_VERSION");
    assertThat(asked).containsExactly("LC_ALL=C gcc --version 2>/dev/null | head -n 1");
    asked.clear();
    Files.writeString(
        tree.resolve("Makefile"),
        MAKEFILE + "RUSTC_VERSION_TEXT = x\nPAHOLE_VERSION = x\nexport RUSTC_BOOTSTRAP := 1\n");
    assertThat(of("arm64", "gcc", Map.of()))
        .containsKeys("RUSTC_VERSION_TEXT", "PAHOLE_VERSION")
        .containsEntry("RUSTC_BOOTSTRAP", "1");
    assertThat(asked).contains(tree + "/scripts/pahole-version.sh pahole");
  }

  @Test
  void makesTheFlagsOfClang() throws IOException {
    Files.createDirectories(tree.resolve("scripts"));
    Files.writeString(
        tree.resolve("scripts/Makefile.clang"),
        """
        CLANG_TARGET_FLAGS_arm64	:= aarch64-linux-gnu
        CLANG_FLAGS	+= -Werror=unknown-warning-option
        CLANG_FLAGS	+= -Werror=option-ignored
        """);
    assertThat(of("arm64", "clang", Map.of()))
        .containsEntry(
            "CLANG_FLAGS",
            "--target=aarch64-linux-gnu -fintegrated-as -Werror=unknown-warning-option -Werror=option-ignored");
    assertThat(of("arm64", "clang", Map.of("LLVM_IAS", "0")).get("CLANG_FLAGS"))
        .contains("-fno-integrated-as --prefix=");
    assertThat(of("arm64", "gcc", Map.of())).doesNotContainKey("CLANG_FLAGS");
  }

  @Test
  void userModeLinuxHasTwoArchitectures() {
    assertThat(of("um", null, Map.of())).containsKey("HEADER_ARCH");
    assertThat(of("um", null, Map.of("SUBARCH", "x86_64"))).containsEntry("HEADER_ARCH", "x86");
    assertThat(of("arm", null, Map.of())).doesNotContainKey("SUBARCH");
  }

  @Test
  void sortsAsMakeDoes() {
    assertThat(of("arm", null, Map.of("LC_ALL", "de_DE")))
        .doesNotContainKey("LC_ALL")
        .containsEntry("LC_COLLATE", "C");
    assertThat(of("arm", null, Map.of("LC_ALL", "de_DE", "MAKELEVEL", "1")))
        .containsEntry("LC_ALL", "de_DE");
  }

  @Test
  void findsCrossCompilers(@TempDir Path folder) {
    CacheWorld world = new CacheWorld(folder);
    world.tool("aarch64-linux-gnu-gcc", ":");
    Map<String, String> process = Map.of("PATH", folder.resolve("bin").toString());
    assertThat(CrossCompilers.crossCompilerFor("arm64", process))
        .isEqualTo("aarch64-linux-gnu-gcc");
    assertThat(CrossCompilers.crossCompilerFor("csky", process)).isNull();
    world.tool("gcc", ":");
    assertThat(CrossCompilers.crossCompilerFor("um", process)).isEqualTo("gcc");
  }
}
