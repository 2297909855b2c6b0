package dev.unprobed.kconfig.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.unprobed.kconfig.macro.MacroRecord;
import dev.unprobed.kconfig.oracle.OurConf;
import dev.unprobed.kconfig.oracle.Outcome;
import dev.unprobed.kconfig.oracle.RealConf;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each check refuses and how it says so, and what it lets pass. */
class ChecksTest {
  private static final Path CASES = Path.of("src/test/resources/checks");

  private static final long STACK = 16L << 20;

  static List<CheckFile> cases() throws IOException {
    List<CheckFile> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        cases.add(CheckFile.read(file));
      }
    }
    return cases;
  }

  static List<CheckFile> bad() throws IOException {
    return cases().stream().filter(CheckFile::bad).toList();
  }

  static List<CheckFile> good() throws IOException {
    return cases().stream().filter(file -> !file.bad()).toList();
  }

  private static Outcome run(CheckFile file) {
    Map<String, String> files = file.scenario().files();
    try {
      MacroRecord.parse(files.getOrDefault("macros", "unprobed-macros 1"), "macros");
    } catch (KconfigException e) {
      List<String> checks = e.diagnostics().stream().map(Diagnostic::check).toList();
      return new Outcome(1, "", e.render(), new TreeMap<>(files), checks);
    }
    // A stack that does not depend on the machine.
    FutureTask<Outcome> run =
        new FutureTask<>(() -> OurConf.run(file.generation(), file.scenario()));
    new Thread(null, run, file.toString(), STACK).start();
    try {
      return run.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refuses(CheckFile file) throws IOException {
    Outcome outcome = run(file);
    assertThat(outcome.checks()).as(outcome.err()).contains(file.check());
    assertThat(outcome.files()).isEqualTo(file.scenario().files());
    if (file.expected().isEmpty()) {
      file.write(outcome.err() + "\n");
      fail("the message was new: look at it in " + file.path());
    }
    assertThat(outcome.err() + "\n").isEqualTo(file.expected());
  }

  @ParameterizedTest
  @MethodSource("good")
  void accepts(CheckFile file) {
    Outcome outcome = run(file);
    assertThat(outcome.checks()).as(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isOfOneMindWithConf(CheckFile file) {
    assumeFalse(file.stricter());
    Outcome real = RealConf.of(file.generation()).run(file.scenario());
    assertThat(run(file).differenceFrom(real)).isEmpty();
  }

  @Test
  void haveBothCases() throws IOException {
    Set<String> names = CheckNames.read();
    assertThat(names).contains("syntax", "missing-source", "unwritable");
    assertThat(names(bad())).isEqualTo(names);
    assertThat(names(good())).isEqualTo(names);
  }

  private static Set<String> names(List<CheckFile> files) {
    return files.stream().map(CheckFile::check).collect(Collectors.toCollection(TreeSet::new));
  }
}
