package dev.unprobed.prove.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whether the code that a symbol turns on could be a module.
 *
 * <p>What is not read: whether its exit undoes what its init did, what its macros hide, and whether
 * a board can wait for it until there is a file system to load it from.
 */
public final class DriverCode {
  private final SourceFiles files;
  private final Predicate<String> bool;

  /**
   * For one tree.
   *
   * @param bool whether the symbol of this name can only be y or n
   */
  public DriverCode(SourceFiles files, Predicate<String> bool) {
    this.files = files;
    this.bool = bool;
  }

  /**
   * Reads the code.
   *
   * @param symbol without the prefix
   */
  public Assessment of(String symbol) {
    String name = "CONFIG_" + symbol;
    Set<String> users = files.mentioning(Set.of(name)).getOrDefault(name, new TreeSet<>());
    Kbuild kbuild = new Kbuild(files, bool);
    Set<Finding> findings = new LinkedHashSet<>();
    SwitchUses uses = new SwitchUses(symbol);
    for (String file : users) {
      String text = files.text(file);
      if (text != null && isCode(file)) {
        findings.addAll(uses.inCode(file, text));
      } else if (text != null) {
        kbuild.follow(file, symbol);
        findings.addAll(uses.inMakefile(file, text));
      }
    }
    findings.addAll(kbuild.findings());
    List<Module> modules = kbuild.modules();
    modules.forEach(module -> findings.addAll(ModuleCode.findings(files, module)));
    findings.addAll(Neighbours.findings(files, modules));
    findings.addAll(Callees.findings(files, modules));
    kbuild.builtIn().forEach(object -> findings.addAll(ModuleCode.tables(files, object)));
    boolean code = !modules.isEmpty() || !kbuild.builtIn().isEmpty();
    return assessment(code, modules, findings);
  }

  private static boolean isCode(String file) {
    return file.endsWith(".c") || file.endsWith(".h") || file.endsWith(".S");
  }

  private static Assessment assessment(boolean code, List<Module> modules, Set<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(finding -> !finding.against()));
    Assessment.Outcome outcome =
        !code
            ? Assessment.Outcome.NO_CODE_OF_ITS_OWN
            : sorted.stream().anyMatch(Finding::against)
                ? Assessment.Outcome.PARTS_ARE_BUILT_IN_ONLY
                : Assessment.Outcome.COULD_BE_MODULE;
    return new Assessment(outcome, modules.stream().map(Module::name).toList(), sorted);
  }
}
