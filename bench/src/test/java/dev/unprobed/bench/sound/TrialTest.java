package dev.unprobed.bench.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.bench.exact.Case;
import dev.unprobed.bench.exact.Expected;
import dev.unprobed.bench.exact.Job;
import dev.unprobed.bench.exact.Outcome;
import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.library.InProcessCandidate;
import dev.unprobed.bench.library.Trees;
import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Arch;
import dev.unprobed.bench.tree.Environment;
import dev.unprobed.bench.tree.KernelTree;
import dev.unprobed.bench.tree.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole benchmark on a small tree, with our own evaluator in the place of conf. */
final class TrialTest {
  private static final String KCONFIG =
      """
      config MODULES
      	bool "Modules"
      	modules
      config BUS
      	tristate "Bus"
      config DRIVER
      	tristate "Driver"
      	depends on BUS
      	imply FAN
      config FAN
      	tristate "Fan"
      config LINES
      	int "Lines"
      	range 1 8
      	default 4
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeTree() throws IOException {
    Files.writeString(folder.resolve("Kconfig"), KCONFIG);
    Files.writeString(folder.resolve("Makefile"), "VERSION = 6\nPATCHLEVEL = 1\n");
  }

  @Test
  void nothingDiffersWhereConfIsAsTheFormulaSays() throws IOException, InterruptedException {
    Score score = score(UnaryOperator.identity());

    assertThat(score.wrong()).isEmpty();
    assertThat(score.good()).isTrue();
    assertThat(score.unchanged()).isEqualTo(20);
    assertThat(score.satisfying()).isEqualTo(20);
    // MODULES, BUS, DRIVER and FAN have eleven values, and LINES has some.
    assertThat(score.shown()).isGreaterThan(11);
    assertThat(new SoundnessTable(List.of(score)).markdown())
        .contains("| 6.1 | arm64 | 5 |")
        .endsWith("| 20 | 20 | 20 | 0 | 0 |\n");
  }

  @Test
  void whatConfChangesIsShownAndKept() throws IOException, InterruptedException {
    Score score = score(config -> config.replace("CONFIG_FAN=m\n", "CONFIG_FAN=y\n"));

    assertThat(score.good()).isFalse();
    assertThat(score.wrong()).anyMatch(line -> line.endsWith("conf changes it"));
    String file = score.wrong().getFirst().split(":", 2)[0];
    assertThat(folder.resolve("different").resolve(file + ".unprobed")).content().contains("FAN=m");
    assertThat(folder.resolve("different").resolve(file + ".conf")).content().contains("FAN=y");
  }

  @Test
  void whatTheFormulaDoesNotHaveIsNamed() {
    Subject subject = Subject.of(place(), trees());
    // A formula that has lost some configurations.
    subject.model().cnf().add(-subject.model().value(subject.symbols().get(1)).m());
    String config = Subject.written(subject.evaluate("CONFIG_BUS=y\nCONFIG_DRIVER=y\n"));
    Membership.Answer answer = new Membership(subject).of(config);

    assertThat(answer.standing()).isEqualTo(Membership.Standing.DIFFERS);
    assertThat(answer.wrong()).startsWith("the formula does not have ").contains("=y");
  }

  private Score score(UnaryOperator<String> lie) throws IOException, InterruptedException {
    return new Trial(conf(lie), 2, folder.resolve("different"), text -> {}).of(place(), 20, 1);
  }

  private Expected conf(UnaryOperator<String> lie) {
    InProcessCandidate candidate = new InProcessCandidate(trees(), "");
    return job -> {
      Path work = Files.createTempDirectory(folder, "work");
      Path config = work.resolve(Job.CONFIG);
      String before = job.inputs().files(conf(lie)).get(Job.CONFIG);
      if (before != null) {
        Files.writeString(config, before);
      }
      Answer answer =
          candidate.run(new Case("", "", "", ""), List.of(job.target()), job.environment(), work);
      SortedMap<String, String> files = new TreeMap<>();
      files.put(Job.CONFIG, lie.apply(Files.readString(config)));
      return new Outcome(answer, "", files);
    };
  }

  private static Trees trees() {
    try {
      return new Trees();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Place place() {
    Map<String, String> variables = Map.of("srctree", folder.toString(), "ARCH", "arm64");
    return new Place(
        new KernelTree("6.1", "6.1.0", folder, "tree"),
        new Oracle(folder.resolve("conf"), "conf"),
        new Arch("arm64", "arm64", "arm64", Map.of(), name -> true),
        new Environment(new TreeMap<>(variables), "environment"));
  }
}
