package dev.unprobed.app.merge;

import dev.unprobed.app.text.Lines;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.explain.ExplanationText;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Symbol;
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
  private static final String FURTHER = "    ";
  private static final int MOST_PLACES = 3;

  /** Everything, the count last. */
  public String of(MergeReport report) {
    Lines lines = new Lines(width);
    report.redefinitions().forEach(redefinition -> say(lines, "", said(redefinition)));
    report.ignored().forEach(line -> say(lines, "", line.at() + ": sets nothing: " + line.text()));
    StringBuilder text = new StringBuilder(lines.toString());
    report.losses().forEach(loss -> text.append('\n').append(paragraph(loss)));
    text.append(section("Lost, as allowed:", report.allowed()));
    text.append(section("Values of the base that are lost:", report.baseLosses()));
    return text.isEmpty()
        ? summary(report)
        : text.toString().stripLeading() + "\n" + summary(report);
  }

  /** A byte string, broken into lines. */
  private static void say(Lines lines, String indent, String bytes) {
    lines.words(indent, indent + FURTHER, ByteText.readable(bytes));
  }

  private static String said(Redefinition redefinition) {
    Request now = redefinition.now();
    Request before = redefinition.before();
    return asked(now) + " replaces " + before.value() + " of " + before.at();
  }

  private static String asked(Request request) {
    return request.at() + ": " + request.text();
  }

  private String section(String title, List<Loss> losses) {
    Lines lines = new Lines(width);
    if (!losses.isEmpty()) {
      lines.empty().line(title);
      losses.forEach(loss -> say(lines, "  ", brief(loss)));
    }
    return lines.toString();
  }

  private static String brief(Loss loss) {
    return switch (loss) {
      case Loss.Refused refused ->
          head(refused) + ": " + ByteText.encode(ExplanationText.brief(refused.obstacles()));
      case Loss.Unknown _ -> asked(loss.request()) + ", but there is no such symbol";
    };
  }

  private static String head(Loss.Refused refused) {
    String actual = refused.actual();
    String shown = actual.isEmpty() ? "empty" : ConfigText.written(refused.symbol(), actual);
    return asked(refused.request()) + ", but it is " + shown;
  }

  private String paragraph(Loss loss) {
    return switch (loss) {
      case Loss.Refused refused -> line(head(refused)) + reasons(refused);
      case Loss.Unknown unknown ->
          line(asked(loss.request()) + ", but no file that was read defines it") + hints(unknown);
    };
  }

  private String line(String bytes) {
    Lines lines = new Lines(width);
    say(lines, "", bytes);
    return lines.toString();
  }

  private String reasons(Loss.Refused refused) {
    Lines lines = new Lines(width);
    for (Request request : refused.blamed()) {
      say(lines, "  ", request.at() + " says " + request.text());
    }
    SequencedMap<Symbol, String> recipe = refused.recipe();
    if (!recipe.isEmpty()) {
      lines.line("  it takes these lines too (tried out):");
    }
    recipe.forEach(
        (symbol, value) -> say(lines, FURTHER, ExplanationText.assignment(prefix, symbol, value)));
    String obstacles = new ExplanationText(width).of(refused.symbol(), refused.obstacles(), 2);
    return obstacles + lines;
  }

  private String hints(Loss.Unknown unknown) {
    Lines lines = new Lines(width);
    if (unknown.request().name().contains(" ")) {
      say(lines, "  ", "a space before the equals sign belongs to the name");
    }
    if (!unknown.elsewhere().isEmpty()) {
      say(lines, "  ", "it is defined in " + places(unknown.elsewhere()) + ", which was not read");
    } else if (!unknown.similar().isEmpty()) {
      say(lines, "  ", "did you mean " + String.join(", ", unknown.similar()) + "?");
    }
    return lines.toString();
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
}
