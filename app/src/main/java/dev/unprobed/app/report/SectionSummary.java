package dev.unprobed.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A section in a few sentences and numbers, the same for text and page. */
record SectionSummary(Section section) {
  /** Numbers of one kind. */
  record Count(String label, String text) {}

  String sentence() {
    String symbol = section.platform().symbol();
    String value = symbol + " is " + section.value() + " in " + section.subject().config() + ". ";
    if (section.value().equals("n")) {
      return value + "So it turns on nothing; see --config for another configuration.";
    }
    return value
        + "It turns on "
        + number(section.reached().size(), "symbol")
        + ", "
        + section.count(Driver::inDrivers)
        + " of them in drivers/ or sound/. "
        + essential();
  }

  private String essential() {
    long essential = section.count(Driver::essential);
    long modular = section.count(driver -> driver.essential() && driver.modular());
    String sentence =
        essential
            + (essential == 1 ? " of these symbols is" : " of these symbols are")
            + " essential here: nothing one asks for makes "
            + (essential == 1 ? "it n. " : "them n. ");
    return essential == 0
        ? "None of these is essential here: each can be n. "
        : sentence + (modular == 0 ? "None" : modular) + " of the essential ones can be a module.";
  }

  /** What else needs the platform; empty when nothing does. */
  String dependents() {
    int count = section.dependents().size();
    return count == 0
        ? ""
        : number(count, "more symbol")
            + " would fall without it, though it does not turn them on: drivers for it that "
            + section.subject().config()
            + " asks for itself, and what follows from these";
  }

  String compiler() {
    return "Compiler that was asked what it can do: " + section.subject().compiler() + ".";
  }

  List<Count> counts() {
    List<Count> counts = new ArrayList<>();
    count(counts, "how", driver -> driver.way().kind().text());
    count(counts, "type", Driver::type);
    count(counts, "value", Driver::value);
    count(counts, "can be", Driver::range);
    for (String wanted : List.of("n", "m", "y")) {
      count(counts, "asked for " + wanted, driver -> driver.wish(wanted).text());
    }
    count(counts, "platform off", driver -> driver.value() + " -> " + driver.without());
    return counts;
  }

  private void count(List<Count> into, String label, Function<Driver, String> by) {
    Map<String, Long> groups =
        section.reached().stream()
            .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    if (!groups.isEmpty()) {
      into.add(
          new Count(
              label,
              groups.entrySet().stream()
                  .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                  .map(group -> group.getValue() + " " + group.getKey())
                  .collect(Collectors.joining("; "))));
    }
  }

  private static String number(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
