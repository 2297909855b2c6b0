package dev.unprobed.app.manual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** One command as a manual page. */
public final class ManualPage {
  private final CommandSpec spec;
  private final Roff roff = new Roff();

  private ManualPage(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * The pages of a command and of all below it, by file name such as {@code unprobed-why.1}.
   *
   * @param date at the foot of the pages
   */
  public static Map<String, String> all(CommandLine command, String version, LocalDate date) {
    Map<String, String> pages = new LinkedHashMap<>();
    CommandSpec spec = command.getCommandSpec();
    pages.put(name(spec) + ".1", new ManualPage(spec).page(version, date));
    visible(spec).forEach(below -> pages.putAll(all(below, version, date)));
    return pages;
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  private static List<CommandLine> visible(CommandSpec spec) {
    return spec.subcommands().values().stream()
        .filter(below -> !below.getCommandSpec().usageMessage().hidden())
        .distinct()
        .toList();
  }

  private String page(String version, LocalDate date) {
    roff.macro(
        "TH",
        Roff.escape(name(spec).toUpperCase(java.util.Locale.ROOT)),
        "1",
        date.toString(),
        Roff.escape("unprobed " + version),
        "Unprobed");
    roff.macro("SH", "NAME").line(Roff.escape(name(spec)) + " \\- " + Roff.escape(summary()));
    synopsis();
    description();
    options();
    commands();
    exitStatus();
    seeAlso();
    return roff.toString();
  }

  /** The first sentence, without its full stop. */
  private String summary() {
    String[] lines = spec.usageMessage().description();
    String first = lines.length == 0 ? "" : Roff.formatted(lines[0]);
    int colon = first.indexOf(": ");
    String sentence = first.contains(". ") ? first.substring(0, first.indexOf(". ")) : first;
    String shorter = colon > 0 && sentence.length() > 90 ? first.substring(0, colon) : sentence;
    return shorter.endsWith(".") ? shorter.substring(0, shorter.length() - 1) : shorter;
  }

  private void synopsis() {
    roff.macro("SH", "SYNOPSIS");
    roff.line(Roff.bold(spec.qualifiedName()));
    shownOptions().forEach(option -> roff.line(bracketed(option, usage(option))));
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      roff.line(bracketed(parameter, Roff.italic(parameter.paramLabel()) + more(parameter)));
    }
    if (!visible(spec).isEmpty()) {
      roff.line(Roff.italic("COMMAND"));
    }
  }

  private static String bracketed(ArgSpec argument, String usage) {
    return argument.required() ? usage : "[" + usage + "]";
  }

  private static String more(ArgSpec argument) {
    return argument.arity().max() > 1 ? " ..." : "";
  }

  private static String usage(OptionSpec option) {
    return Roff.bold(option.longestName()) + value(option);
  }

  private static String value(OptionSpec option) {
    boolean flag = option.arity().max() == 0;
    return flag ? "" : "=" + Roff.italic(option.paramLabel()) + more(option);
  }

  private void description() {
    List<String> lines = List.of(spec.usageMessage().description());
    if (!lines.isEmpty()) {
      roff.macro("SH", "DESCRIPTION").text(String.join("\n", lines));
    }
  }

  private List<OptionSpec> shownOptions() {
    return spec.options().stream().filter(option -> !option.hidden()).toList();
  }

  private void options() {
    roff.macro("SH", "OPTIONS");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      entry(Roff.italic(parameter.paramLabel()) + more(parameter), parameter.description());
    }
    for (OptionSpec option : shownOptions()) {
      String names =
          Arrays.stream(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
      entry(names + value(option), option.description());
    }
  }

  private void entry(String marked, String... text) {
    roff.macro("TP").line(marked).text(String.join("\n", text));
  }

  private void commands() {
    List<CommandLine> below = visible(spec);
    if (below.isEmpty()) {
      return;
    }
    roff.macro("SH", "COMMANDS");
    for (CommandLine command : below) {
      ManualPage page = new ManualPage(command.getCommandSpec());
      String name = name(page.spec);
      entry(Roff.bold(name) + "(1)", page.summary().replace("%", "%%") + ".");
    }
  }

  /** Of this command, else of the program. */
  private void exitStatus() {
    UsageMessageSpec root = spec.root().usageMessage();
    Map<String, String> own = spec.usageMessage().exitCodeList();
    roff.macro("SH", "EXIT STATUS");
    (own.isEmpty() ? root.exitCodeList() : own)
        .forEach((status, meaning) -> entry(Roff.bold(status.strip()), meaning));
  }

  private void seeAlso() {
    List<String> names = new ArrayList<>();
    if (spec.parent() != null) {
      names.add(name(spec.parent()));
    }
    CommandSpec siblings = spec.parent() == null ? spec : spec.parent();
    visible(siblings).forEach(sibling -> names.add(name(sibling.getCommandSpec())));
    names.remove(name(spec));
    roff.macro("SH", "SEE ALSO");
    roff.line(names.stream().map(n -> Roff.bold(n) + "(1)").collect(Collectors.joining(",\n")));
  }
}
