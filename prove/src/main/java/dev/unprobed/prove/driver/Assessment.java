package dev.unprobed.prove.driver;

import java.util.List;

/**
 * What is known of the code behind a symbol.
 *
 * @param modules the objects that would be modules, such as {@code drivers/clk/clk-foo.o}
 * @param findings what speaks against modules first, then what a person has to look at
 */
public record Assessment(Outcome outcome, List<String> modules, List<Finding> findings) {
  /** In how far the code could be a module. */
  public enum Outcome {
    /** Nothing that was read speaks against it; which is no promise that it works. */
    COULD_BE_MODULE,
    /** Some of it only works as a part of the kernel itself, or could not be followed. */
    PARTS_ARE_BUILT_IN_ONLY,
    /** Kbuild makes no object for it: it switches a part of something else. */
    NO_CODE_OF_ITS_OWN
  }

  public Assessment {
    modules = List.copyOf(modules);
    findings = List.copyOf(findings);
  }

  /** What rules a module out. */
  public List<Finding> against() {
    return findings.stream().filter(Finding::against).toList();
  }

  /** What a person has to look at before the code is made a module. */
  public List<Finding> cautions() {
    return findings.stream().filter(finding -> !finding.against()).toList();
  }
}
