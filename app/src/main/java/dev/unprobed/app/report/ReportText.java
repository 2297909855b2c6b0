package dev.unprobed.app.report;

import java.util.List;

/** A report for a terminal: a summary of each section, its table, and an overview at the end. */
public final class ReportText {
  private static final int WIDTH = 100;
  private static final String LEGEND =
      "In the tables, \"is\" is the value now, and under n?, m? and y? stands what comes of asking"
          + " for it: ok, or the value that it stays or gets instead; - where a bool cannot be m.";

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
    String format = "%-24s %9s %5s %5s %7s %10s %6s";
    line("");
    line(String.format(format, "", "symbols", "", "", "can", "can be", ""));
    line(String.format(format, "", "turned on", "y", "m", "be off", "a module", "fixed"));
    for (Section section : sections) {
      if (section.present()) {
        line(
            String.format(
                format,
                section.title(),
                section.reached().size(),
                section.count(driver -> driver.value().equals("y")),
                section.count(driver -> driver.value().equals("m")),
                section.count(driver -> driver.wish("n").accepted()),
                section.count(driver -> driver.wish("m").accepted()),
                section.count(Driver::fixed)));
      }
    }
    line("");
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  /** Words, with an indent before all lines but the first. */
  private void wrapped(String indent, String words) {
    StringBuilder line = new StringBuilder();
    for (String word : words.split("(?<=\\S) ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    line(line.toString());
  }
}
