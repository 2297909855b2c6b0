package dev.unprobed.app.report;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reports on the sample tree and on smaller ones, where no compiler is asked. */
final class Samples {
  private static final Path LINUX = Path.of("..", "samples", "linux").toAbsolutePath().normalize();

  private Samples() {}

  /** All standard platforms on both architectures. */
  static Report report() throws IOException {
    Survey arm64 = linux("arm64", "defconfig");
    Survey arm = linux("arm", "multi_v7_defconfig");
    return report(
        Platform.STANDARD.stream()
            .flatMap(platform -> Stream.of(arm64.of(platform), arm.of(platform)))
            .toList());
  }

  /** Few rows, for what is long in a row. */
  static Report shortReport() throws IOException {
    Survey arm = linux("arm", "multi_v7_defconfig");
    return report(
        List.of(
            arm.of(new Platform("Exynos", "ARCH_EXYNOS")),
            arm.of(new Platform("Other <&>", "ARCH_OTHER"))));
  }

  private static Report report(List<Section> sections) {
    return new Report(
        "Linux 6.1.0-sample", "a test", "samples/linux", List.of("A note."), sections);
  }

  private static Survey linux(String arch, String config) throws IOException {
    Map<String, String> environment =
        Map.of("ARCH", arch, "SRCARCH", arch, "KERNELVERSION", "6.1.0-sample");
    byte[] content = Files.readAllBytes(LINUX.resolve("arch/" + arch + "/configs/" + config));
    return survey(LINUX, environment, new Subject(arch, config, "a-gcc"), content);
  }

  /** A tree of one file, which has a platform P. */
  static Section small(Path folder, String kconfig, String config) throws IOException {
    Files.writeString(folder.resolve("Kconfig"), kconfig);
    byte[] content = config.getBytes(StandardCharsets.UTF_8);
    return survey(folder, Map.of(), new Subject("none", "some_defconfig", "a-gcc"), content)
        .of(new Platform("Small", "P"));
  }

  private static Survey survey(
      Path tree, Map<String, String> environment, Subject subject, byte[] content) {
    WorkFiles files = new WorkFiles(tree, null);
    TreeLoader loader = new TreeLoader(Generation.LINUX_6_1, "Kconfig", files, environment::get);
    TreeLoader.Loaded loaded =
        loader.load(
            command -> command.startsWith("echo ") ? command.substring(5) : "y", Messages.NONE);
    ConfSession session =
        new ConfSession(files, environment::get, Messages.NONE, ConfSession.Answers.NONE, true);
    Conf conf = new Conf(loaded, session, Target.OLDDEFCONFIG, null, null);
    Evaluation evaluation = conf.evaluate(subject.config(), content);
    return new Survey(subject, evaluation);
  }
}
