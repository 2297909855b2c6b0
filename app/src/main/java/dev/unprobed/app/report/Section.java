package dev.unprobed.app.report;

import java.util.List;
import java.util.function.Predicate;

/**
 * One platform on one architecture.
 *
 * @param value of the platform's own symbol; empty when the architecture does not have it
 * @param prompt of the platform's own symbol
 * @param drivers what it reaches, by the way in which it does, then by name
 * @param dependents what it does not turn on, but what becomes lower when it is off: drivers of the
 *     platform that the configuration asks for itself, and what follows from these; sorted
 */
public record Section(
    Platform platform,
    Subject subject,
    String value,
    String prompt,
    List<Driver> drivers,
    List<String> dependents) {

  /** Such as {@code Exynos on arm64}. */
  public String title() {
    return platform.name() + " on " + subject.arch();
  }

  /** Whether the architecture has this platform. */
  public boolean present() {
    return !value.isEmpty();
  }

  /** Those that the platform has an effect on. */
  public List<Driver> reached() {
    return drivers.stream().filter(Driver::reached).toList();
  }

  /** Those that only another configuration would let it reach. */
  public List<Driver> idle() {
    return drivers.stream().filter(driver -> !driver.reached()).toList();
  }

  /** How many of the reached ones are such. */
  public long count(Predicate<Driver> such) {
    return reached().stream().filter(such).count();
  }
}
