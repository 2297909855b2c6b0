package dev.unprobed.app.set;

import dev.unprobed.app.prove.LineText;
import dev.unprobed.app.replay.Referee;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.model.Line;
import dev.unprobed.prove.nearest.Conflict;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.nearest.Request;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ways to make requests stick.
 *
 * @param keep the condition that was to be kept, readable; empty when there is none
 * @param start the configuration that is changed, readable
 * @param prefix of symbols in a configuration
 * @param plans those with fewer changes first
 * @param conflict why there is none; absent when there is one, or when the limit came first
 * @param complete whether there was time to look for as many ways as were asked for
 * @param remark why conf was not asked, readable; empty when it was
 */
public record Plans(
    List<Request> requests,
    String keep,
    String start,
    String prefix,
    List<Plan> plans,
    @Nullable Conflict conflict,
    boolean complete,
    String remark,
    LineText lines) {
  private static final Pattern BEGINNING = Pattern.compile("(menu)?config\\s");

  /** One way, and what the tree's own conf says of the configuration. */
  public record Plan(Example example, Referee.Judgement replay) {}

  public Plans {
    requests = List.copyOf(requests);
    plans = List.copyOf(plans);
  }

  /**
   * Why there is no way, a text for each line that makes it so, readable; empty without a conflict.
   * The line that begins a symbol is no reason by itself: what it says of is the symbol's type.
   */
  public List<String> reasons() {
    Conflict why = conflict;
    return why == null ? List.of() : why.reasons().stream().map(this::reason).toList();
  }

  private String reason(Line line) {
    boolean type =
        line instanceof Line.Stated stated
            && BEGINNING.matcher(lines.text(stated)).lookingAt()
            && requests.stream()
                .anyMatch(it -> it.symbol().equals(stated.symbol()) && isModule(it));
    return lines.of(line) + (type ? " is a bool: only n or y" : "");
  }

  private static boolean isModule(Request request) {
    return request.symbol().type() == SymbolType.BOOL && request.value().equals("m");
  }
}
