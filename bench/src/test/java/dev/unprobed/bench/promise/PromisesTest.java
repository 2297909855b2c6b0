package dev.unprobed.bench.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.promise.Promise.Situation;
import dev.unprobed.bench.tree.Arch;
import dev.unprobed.bench.tree.Environment;
import dev.unprobed.bench.tree.KernelTree;
import dev.unprobed.bench.tree.Oracle;
import dev.unprobed.bench.tree.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the report says, conf does. The programs are the real ones. */
final class PromisesTest {
  private static final Path SAMPLE = Path.of("..", "samples", "linux");
  private static final int FEW = 40;
  private static final long SEED = 20261123;

  @TempDir private Path folder = Path.of("");

  /** Every promise about the sample tree. */
  @ParameterizedTest
  @CsvSource({"6.1, arm64", "6.1, arm", "6.12, arm64"})
  void sampleTree(String conf, String arch) throws IOException {
    Place place = place(KernelTree.of(SAMPLE), Oracle.of(debian(conf)), arch);
    List<Promise> promises = promises(place);

    assertThat(promises).hasSizeGreaterThan(100);
    assertThat(broken(promises, place)).isEmpty();
  }

  /** Some of the promises about a whole kernel; bench/promises verifies all of them. */
  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void kernel(String version) throws IOException {
    KernelTree tree = debian(version);
    Place place = place(tree, Oracle.of(tree), "arm64");
    List<Promise> promises = promises(place);

    assertThat(promises)
        .extracting(Promise::symbol)
        .contains("COMMON_CLK_SAMSUNG", "PINCTRL_EXYNOS", "EXYNOS_PMU", "SOC_SAMSUNG", "QCOM_SCM");
    assertThat(broken(Verification.sample(promises, FEW, SEED), place))
        .as("seed %d", SEED)
        .isEmpty();
  }

  @Test
  void readsValuesOffAConfiguration() {
    String config = "CONFIG_A=y\n# CONFIG_B is not set\nCONFIG_AB=m\n";

    assertThat(ConfValues.value(config, "A")).isEqualTo("y");
    assertThat(ConfValues.value(config, "AB")).isEqualTo("m");
    assertThat(ConfValues.value(config, "B")).isEqualTo("n");
    assertThat(ConfValues.value(config, "C")).isEqualTo("n");
  }

  @Test
  void putsARequestInThePlaceOfTheLine() {
    String config = "CONFIG_A=y\n# CONFIG_B is not set\nCONFIG_AB=m\n";

    assertThat(ConfValues.with(config, "B", "m"))
        .isEqualTo("CONFIG_A=y\nCONFIG_AB=m\nCONFIG_B=m\n");
    assertThat(ConfValues.with(config, "A", "n"))
        .isEqualTo("# CONFIG_B is not set\nCONFIG_AB=m\n# CONFIG_A is not set\n");
  }

  @Test
  void noticesABrokenPromise() throws IOException {
    Place place = place(KernelTree.of(SAMPLE), Oracle.of(debian("6.1")), "arm64");
    Promise wrong =
        new Promise("ARCH_EXYNOS", "arm64", "defconfig", "PINCTRL", Situation.ASKED_N, "n");

    assertThat(broken(List.of(wrong), place))
        .containsExactly("arm64, PINCTRL asked for n: the report says n, conf makes y");
  }

  /** A kernel tree of Debian's; where there is none the test is skipped, but not in CI. */
  private static KernelTree debian(String version) throws IOException {
    try {
      return Sources.debian(version);
    } catch (NoSuchFileException e) {
      System.out.println("SKIPPED: " + e.getMessage());
      return "true".equals(System.getenv("CI")) ? fail(e) : abort(String.valueOf(e.getMessage()));
    }
  }

  private static Place place(KernelTree tree, Oracle conf, String name) throws IOException {
    Arch arch =
        Arch.in(tree).stream().filter(any -> any.name().equals(name)).findFirst().orElseThrow();
    return new Place(tree, conf, arch, Environment.of(tree, arch, Optional.empty()));
  }

  private List<Promise> promises(Place place) throws IOException {
    String own = System.getProperty("java.class.path", "");
    List<String> unprobed =
        List.of(
            Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
            "-Xss64m",
            "-cp",
            System.getProperty("surefire.test.class.path", own),
            "dev.unprobed.app.Main");
    return Promises.of(
        unprobed,
        place.tree().folder(),
        place.arch().name(),
        place.environment().variables(),
        folder);
  }

  private List<String> broken(List<Promise> promises, Place place) throws IOException {
    Path work = Files.createDirectories(folder.resolve("conf"));
    return Verification.broken(promises, new ConfValues(place, work), done -> {});
  }
}
