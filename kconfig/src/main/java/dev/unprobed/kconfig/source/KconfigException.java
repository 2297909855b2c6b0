package dev.unprobed.kconfig.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The user's input is wrong. Carries at least one diagnostic, in the order in which they were
 * found.
 */
public final class KconfigException extends RuntimeException {
  private final transient List<Diagnostic> diagnostics;

  public KconfigException(List<Diagnostic> diagnostics) {
    super(render(diagnostics));
    this.diagnostics = List.copyOf(diagnostics);
  }

  public KconfigException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  /** What is wrong, first things first. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** All diagnostics for people to read, separated by empty lines. */
  public String render() {
    return render(diagnostics);
  }

  private static String render(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n\n"));
  }
}
