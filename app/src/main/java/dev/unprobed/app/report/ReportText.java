package dev.unprobed.app.report;

import java.util.List;

/** A report for a terminal: a summary of each section, its table, and an overview at the end. */
public final class ReportText {
  private static final int WIDTH = 80;
  private static final int MANY = 40;
  private static final String LEGEND =
      "In the tables, \"is\" is the value now, and under n?, m? and y? stands what comes of asking"
          + " for it: ok when one gets it, or else the value that one gets instead; - where a bool"
          + " cannot be m.";
  private final StringBuilder text = new StringBuilder();

  /** Many lines, each with a newline. Use once. */
  public String of(Report report) {
    wrapped("", report.kernel() + ", " + report.source() + ": " + report.tree());
    report.notes().forEach(note -> wrapped("", note));
    line("");
    wrapped("", Report.TERMS + " " + LEGEND);
    report.sections().forEach(this::section);
    overview(report.sections());
    wrapped("", Report.CAVEAT);
    return text.toString();
  }

  private void section(Section section) {
    line("");
    line(section.title());
    line("=".repeat(section.title().length()));
    if (!section.present()) {
      line("There is no " + section.platform().symbol() + " on this architecture.");
      return;
    }
    SectionSummary summary = new SectionSummary(section);
    wrapped("", summary.sentence());
    wrapped("", summary.compiler());
    for (SectionSummary.Count count : summary.counts()) {
      wrapped("                ", String.format("  %-13s ", count.label()) + count.text());
    }
    if (!section.reached().isEmpty()) {
      line("");
      text.append(new DriverTable(WIDTH).of(section.reached()));
    }
    idle(section);
    dependents(section, summary);
  }

  private void dependents(Section section, SectionSummary summary) {
    if (!section.dependents().isEmpty()) {
      line("");
      wrapped("  ", summary.dependents() + ": " + shortly(section.dependents()));
    }
  }

  private static String shortly(List<String> names) {
    return names.size() <= MANY
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MANY)) + " and " + (names.size() - MANY) + " more";
  }

  private void idle(Section section) {
    List<Driver> idle = section.idle();
    if (!idle.isEmpty()) {
      line("");
      String names = String.join(", ", idle.stream().map(Driver::symbol).toList());
      String title = "Named by " + section.platform().symbol() + ", but without effect here (";
      wrapped("  ", title + idle.size() + "): " + names);
    }
  }

  private void overview(List<Section> sections) {
    String format = "%-26s %9s %5s %5s %10s %8s %9s";
    line("");
    line(String.format(format, "", "symbols", "", "", "", "can", "can be"));
    line(String.format(format, "", "turned on", "y", "m", "essential", "be off", "a module"));
    for (Section section : sections) {
      if (section.present()) {
        line(
            String.format(
                format,
                section.title(),
                section.reached().size(),
                section.count(driver -> driver.value().equals("y")),
                section.count(driver -> driver.value().equals("m")),
                section.count(Driver::essential),
                section.count(driver -> !driver.essential()),
                section.count(Driver::modular)));
      }
    }
    line("");
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  /** Words, with an indent before all lines but the first. */
  private void wrapped(String indent, String words) {
    Wrapping.lines("", indent, words, WIDTH).forEach(this::line);
  }
}
