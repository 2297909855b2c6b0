package dev.unprobed.app.report;

import dev.unprobed.kconfig.explain.Outcome;
import java.util.Locale;

/**
 * What comes of asking for a value.
 *
 * @param wanted n, m or y
 * @param verdict whether one gets it
 * @param value what one gets
 * @param reason one line, empty when one gets what one wanted
 */
public record Wish(String wanted, Outcome.Verdict verdict, String value, String reason) {
  public boolean accepted() {
    return verdict == Outcome.Verdict.ACCEPTED;
  }

  /** For people: {@code accepted}, {@code clamped to m}, {@code dropped, stays y}. */
  public String text() {
    return switch (verdict) {
      case ACCEPTED -> "accepted";
      case CLAMPED -> "clamped to " + value;
      case DROPPED -> "dropped, stays " + value;
    };
  }

  /** In a column of eight: {@code ok}, {@code gets m}, {@code stays y}. */
  public String brief() {
    return switch (verdict) {
      case ACCEPTED -> "ok";
      case CLAMPED -> "gets " + value;
      case DROPPED -> "stays " + value;
    };
  }

  /** The verdict for programs. */
  String word() {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
