package dev.unprobed.app.report;

import java.util.List;
import java.util.Locale;

/** One section of the page: sentences, numbers, and a table with a row for each driver. */
record SectionPage(Html html, Section section, String id) {
  private static final List<String> HEADINGS =
      List.of(
          "Driver",
          "Type",
          "Value",
          "Asked n",
          "Asked m",
          "Asked y",
          "How the platform turns it on");

  void add() {
    String name = section.title().toLowerCase(Locale.ROOT);
    html.open("section", "id", id, "data-name", name, "aria-labelledby", id + "-title");
    html.newline().line("h2", section.title(), "id", id + "-title");
    if (section.present()) {
      SectionSummary summary = new SectionSummary(section);
      html.line("p", summary.sentence());
      html.line("p", summary.compiler(), "class", "soft");
      counts(summary);
      table();
      dependents(summary);
    } else {
      html.line("p", "There is no " + section.platform().symbol() + " on this architecture.");
    }
    html.close("section").newline();
  }

  private void counts(SectionSummary summary) {
    html.open("dl", "class", "counts").newline();
    for (SectionSummary.Count count : summary.counts()) {
      html.element("dt", count.label()).line("dd", count.text());
    }
    html.close("dl").newline();
  }

  private void table() {
    if (section.drivers().isEmpty()) {
      return;
    }
    html.open("table", "class", "drivers", "aria-labelledby", id + "-title")
        .newline()
        .open("thead")
        .open("tr");
    for (String heading : HEADINGS) {
      html.open("th", "scope", "col").element("button", heading, "type", "button").close("th");
    }
    html.close("tr").close("thead").newline();
    section.drivers().forEach(this::driver);
    html.close("table").newline();
  }

  private void dependents(SectionSummary summary) {
    if (section.dependents().isEmpty()) {
      return;
    }
    html.open("details").element("summary", summary.dependents() + ".").open("p");
    for (String name : section.dependents()) {
      html.element("code", name).text(" ");
    }
    html.close("p").close("details").newline();
  }

  private void driver(Driver driver) {
    html.open("tbody", "class", driver.reached() ? "driver" : "driver idle");
    html.open("tr", "class", "row").open("th", "scope", "row", "class", "symbol");
    html.element("button", driver.symbol(), "type", "button", "aria-expanded", "false").close("th");
    html.element("td", driver.type(), "class", "type", "data-label", "type");
    html.element("td", driver.value(), "data-label", "is");
    driver.wishes().forEach(wish -> wish(driver, wish));
    html.element("td", how(driver), "class", "how", "data-sort", sortKey(driver)).close("tr");
    html.newline().open("tr", "class", "more").open("td", "colspan", "7");
    more(driver);
    html.close("td").close("tr").close("tbody").newline();
  }

  private void wish(Driver driver, Wish wish) {
    boolean bool = !driver.tristate() && wish.wanted().equals("m");
    String text = bool ? "no, bool" : wish.brief();
    html.element("td", text, "class", wish.word(), "data-label", wish.wanted() + "?");
  }

  private static String how(Driver driver) {
    return driver.reached() ? driver.way().summary() : "no effect here: " + driver.way().summary();
  }

  private static String sortKey(Driver driver) {
    return (driver.reached() ? "a" : "b") + driver.way().rank() + driver.way().summary();
  }

  private void more(Driver driver) {
    String prompt = driver.prompt().isEmpty() ? "No prompt" : driver.prompt();
    html.open("p").text(prompt + "; defined at ").element("code", driver.where());
    html.text("; with " + section.platform().symbol() + " off it is " + driver.without());
    html.text("; here it can be " + driver.range() + ".");
    html.close("p").newline().open("ul").newline();
    driver.ways().forEach(this::way);
    html.close("ul").newline().open("ul").newline();
    for (Wish wish : driver.wishes()) {
      String reason = wish.reason().isEmpty() ? "" : ": " + wish.reason();
      html.line("li", "asked for " + wish.wanted() + ", " + wish.text() + reason);
    }
    html.close("ul").newline().line("pre", driver.explanation());
  }

  private void way(Way way) {
    html.open("li").text(way.kind().text());
    html.text(way.through().isEmpty() ? "" : " " + String.join(" < ", way.through().reversed()));
    html.text(": ").element("code", way.text()).text(" at ").element("code", way.where());
    html.text(way.acts() ? "" : " (no effect here)").close("li").newline();
  }
}
