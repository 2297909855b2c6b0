package dev.unprobed.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A report as one HTML file that needs nothing else. */
public final class ReportPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

  private final Html html = new Html();

  private ReportPage() {}

  /** The whole file. */
  public static String of(Report report) {
    ReportPage page = new ReportPage();
    page.head(report);
    page.body(report);
    return page.html.toString();
  }

  private void head(Report report) {
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").newline().open("head").newline();
    html.empty("meta", "charset", "utf-8").newline();
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).newline();
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.newline();
    html.line("title", title(report));
    html.raw("<style>\n" + resource("report.css") + "</style>\n</head>\n");
  }

  private static String title(Report report) {
    return "Drivers that platforms turn on: " + report.kernel();
  }

  private void body(Report report) {
    html.open("body").newline().open("header").newline();
    html.line("h1", title(report));
    html.open("p", "class", "soft").text("Source: " + report.source() + ", ");
    html.element("code", report.tree()).close("p").newline();
    html.line("p", Report.CAVEAT, "class", "caveat");
    report.notes().forEach(note -> html.line("p", note));
    html.line("p", Report.TERMS);
    overview(report.sections());
    html.close("header").newline();
    search();
    html.open("main").newline();
    report.sections().forEach(section -> new SectionPage(html, section, id(section)).add());
    html.close("main").newline();
    html.line("footer", "Made by unprobed report. The same as data: report.json.");
    html.raw("<script>\n" + resource("report.js") + "</script>\n</body>\n</html>\n");
  }

  private void search() {
    html.open("div", "class", "search", "role", "search");
    html.element("label", "Filter", "for", "filter");
    html.empty(
        "input",
        "id",
        "filter",
        "type",
        "search",
        "autocomplete",
        "off",
        "placeholder",
        "CLK arm64");
    html.element("span", "", "id", "shown", "class", "soft", "role", "status");
    html.close("div").newline();
  }

  private void overview(List<Section> sections) {
    html.open("div", "class", "wide", "role", "region", "aria-label", "Overview", "tabindex", "0");
    html.open("table").newline().open("thead").open("tr");
    html.element("th", "Platform", "scope", "col");
    for (String heading :
        List.of("turned on", "y", "m", "essential", "can be off", "can be a module")) {
      html.element("th", heading, "class", "number", "scope", "col");
    }
    html.close("tr").close("thead").newline().open("tbody").newline();
    sections.forEach(this::overview);
    html.close("tbody").close("table").close("div").newline();
  }

  private void overview(Section section) {
    html.open("tr").open("th", "scope", "row");
    html.element("a", section.title(), "href", "#" + id(section)).close("th");
    if (section.present()) {
      number(section.reached().size());
      number(section.count(driver -> driver.value().equals("y")));
      number(section.count(driver -> driver.value().equals("m")));
      number(section.count(Driver::essential));
      number(section.count(driver -> !driver.essential()));
      number(section.count(Driver::modular));
    } else {
      html.element("td", "not on this architecture", "colspan", "6", "class", "soft");
    }
    html.close("tr").newline();
  }

  private void number(long number) {
    html.element("td", String.valueOf(number), "class", "number");
  }

  /** Letters, digits and hyphens. */
  private static String id(Section section) {
    String name = section.platform().symbol() + "-" + section.subject().arch();
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
