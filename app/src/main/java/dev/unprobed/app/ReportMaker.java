package dev.unprobed.app;

import dev.unprobed.app.report.Platform;
import dev.unprobed.app.report.Progress;
import dev.unprobed.app.report.Report;
import dev.unprobed.app.report.Section;
import dev.unprobed.app.report.Subject;
import dev.unprobed.app.report.Survey;
import dev.unprobed.app.report.source.KernelSource;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a report: loads the tree for each architecture and surveys each platform in it. */
final class ReportMaker {
  private final KernelSource.Found source;
  private final Request request;
  private final Progress progress;
  private final ArchTrees trees;
  private final List<Survey> surveys = new ArrayList<>();
  private final List<ConfiguredTree> configured = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private String kernel = "";

  /**
   * What is wanted.
   *
   * @param named whether the user named the architectures
   * @param config a file, absent for the default configuration
   */
  record Request(
      List<Platform> platforms,
      List<String> architectures,
      boolean named,
      @Nullable String config) {}

  ReportMaker(
      KernelSource.Found source,
      Request request,
      Map<String, String> environment,
      Progress progress) {
    this.source = source;
    this.request = request;
    this.progress = progress;
    boolean one = request.named() && request.architectures().size() == 1;
    this.trees = new ArchTrees(source.tree(), environment, one, progress);
  }

  Report report() {
    List<String> architectures =
        request.config() == null || request.named()
            ? request.architectures()
            : List.of(new ConfigArch(request.config()).name());
    Map<Platform, List<Section>> sections = new java.util.LinkedHashMap<>();
    for (String arch : architectures) {
      Survey survey = survey(arch);
      for (Platform platform : request.platforms()) {
        progress.step("asking for n, m and y of " + platform.name() + " on " + arch);
        sections.computeIfAbsent(platform, any -> new ArrayList<>()).add(survey.of(platform));
      }
    }
    sections.forEach(this::demandKnown);
    return new Report(
        kernel,
        source.origin(),
        source.tree().toString(),
        List.copyOf(notes),
        sections.values().stream().flatMap(List::stream).toList());
  }

  /** The trees that were read for it, one for each architecture. */
  List<ConfiguredTree> configured() {
    return List.copyOf(configured);
  }

  private Survey survey(String arch) {
    ArchTrees.Loaded loaded = trees.load(arch);
    ConfiguredTree tree = loaded.tree();
    if (!loaded.remark().isEmpty()) {
      notes.add(loaded.remark());
    }
    configured.add(tree);
    kernel = tree.kernel();
    progress.step("configuring " + arch);
    String path = request.config() == null ? tree.defaultConfiguration() : request.config();
    ConfiguredTree.Configured values = tree.configure(path);
    String name = request.config() == null ? path.substring(path.lastIndexOf('/') + 1) : path;
    Survey survey = new Survey(new Subject(arch, name, loaded.compiler()), values.evaluation());
    surveys.add(survey);
    return survey;
  }

  /** A platform that no architecture has is a mistake. */
  private void demandKnown(Platform platform, List<Section> sections) {
    if (sections.stream().anyMatch(Section::present) || Platform.STANDARD.contains(platform)) {
      return;
    }
    List<String> similar =
        surveys.stream().flatMap(survey -> survey.similar(platform).stream()).distinct().toList();
    String hint =
        similar.isEmpty()
            ? "see arch/*/Kconfig*"
            : "did you mean " + String.join(", ", similar) + "?";
    throw new KconfigException(
        Diagnostic.ofFile(
            "--platform",
            "platform",
            "no bool or tristate is called " + ByteText.encode(platform.symbol()),
            ByteText.encode(hint)));
  }
}
