package dev.unprobed.app.merge;

import dev.unprobed.kconfig.explain.ExplanationText;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Reports for people: readable text.
 *
 * @param width the number of columns
 * @param prefix of symbol names
 */
public record MergeText(int width, String prefix) {
  private static final int MOST_PLACES = 3;

  /** Everything, the count last. */
  public String of(MergeReport report) {
    StringBuilder text = new StringBuilder();
    report.redefinitions().forEach(redefinition -> text.append(line(redefinition)));
    report.ignored().forEach(line -> text.append(line(line)));
    report.losses().forEach(loss -> text.append('\n').append(paragraph(loss)));
    section(text, "Lost, as allowed:", report.allowed());
    section(text, "Values of the base that are lost:", report.baseLosses());
    String summary = summary(report);
    return text.isEmpty() ? summary : text + "\n" + summary;
  }

  private static String line(Redefinition redefinition) {
    Request now = redefinition.now();
    Request before = redefinition.before();
    return readable(
        now.at() + ": " + now.text() + " replaces " + before.text() + " of " + before.at() + "\n");
  }

  private static String line(MergedLine line) {
    return readable(line.at() + ": this line sets nothing: " + line.text() + "\n");
  }

  private void section(StringBuilder text, String title, List<Loss> losses) {
    if (!losses.isEmpty()) {
      text.append('\n').append(title).append('\n');
      losses.forEach(loss -> text.append("  ").append(brief(loss)).append('\n'));
    }
  }

  private String brief(Loss loss) {
    String asked = readable(loss.request().at() + ": " + loss.request().text());
    return switch (loss) {
      case Loss.Refused refused ->
          asked
              + ", it is "
              + shown(refused.actual())
              + ": "
              + ExplanationText.brief(refused.obstacles());
      case Loss.Unknown _ -> asked + ": there is no such symbol";
    };
  }

  private String paragraph(Loss loss) {
    String asked =
        readable(loss.request().at() + ": " + loss.request().text() + " was asked for, ");
    return switch (loss) {
      case Loss.Refused refused ->
          asked
              + "it is "
              + shown(refused.actual())
              + "\n"
              + new ExplanationText(width).of(refused.symbol(), refused.obstacles(), 2)
              + blamed(refused.blamed())
              + recipe(refused);
      case Loss.Unknown unknown ->
          asked + "but no Kconfig file that was read defines it\n" + hints(unknown);
    };
  }

  private static String blamed(List<Request> blamed) {
    StringBuilder text = new StringBuilder();
    for (Request request : blamed) {
      text.append("  ").append(readable(request.at() + " says " + request.text())).append('\n');
    }
    return text.toString();
  }

  private String recipe(Loss.Refused refused) {
    SequencedMap<Symbol, String> recipe = refused.recipe();
    if (recipe.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("  it takes these lines too (tried out):\n");
    recipe.forEach((symbol, value) ->
        text.append("    ")
            .append(readable(ExplanationText.assignment(prefix, symbol, value)))
            .append('\n'));
    return text.toString();
  }

  private static String hints(Loss.Unknown unknown) {
    List<String> hints = new ArrayList<>();
    if (unknown.request().name().contains(" ")) {
      hints.add("  a space before the equals sign belongs to the name\n");
    }
    if (!unknown.elsewhere().isEmpty()) {
      hints.add("  it is defined in " + places(unknown.elsewhere()) + ", which was not read\n");
    }
    if (!unknown.similar().isEmpty()) {
      hints.add("  did you mean " + String.join(", ", unknown.similar()) + "?\n");
    }
    return readable(String.join("", hints));
  }

  private static String places(List<Location> places) {
    String shown =
        places.stream()
            .limit(MOST_PLACES)
            .map(Location::toString)
            .collect(Collectors.joining(", "));
    return places.size() > MOST_PLACES ? shown + " and other places" : shown;
  }

  private static String summary(MergeReport report) {
    String values = report.requested() == 1 ? " requested value holds" : " requested values hold";
    return report.survived()
        + " of "
        + report.requested()
        + values
        + " in "
        + report.output()
        + " ("
        + report.target()
        + " for the rest)\n";
  }

  private static String shown(String value) {
    return value.isEmpty() ? "empty" : readable(value);
  }

  private static String readable(String bytes) {
    return ByteText.readable(bytes);
  }
}
