package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.source.Diagnostic;

/** Leaves a statement that cannot be understood; the parser goes on behind its line. */
final class SyntaxError extends RuntimeException {
  final transient Diagnostic diagnostic;

  SyntaxError(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }
}
