package dev.unprobed.app.set;

import dev.unprobed.app.text.Lines;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.model.Witness;
import dev.unprobed.prove.nearest.Change;
import dev.unprobed.prove.nearest.Conflict;
import dev.unprobed.prove.nearest.Request;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Ways to make requests stick, for people. */
public final class PlansText {
  private static final int WIDTH = 80;
  private static final String INDENT = "    ";

  private final Plans plans;
  private final Lines text = new Lines(WIDTH);

  private PlansText(Plans plans) {
    this.plans = plans;
  }

  /** Readable lines, without a line end at the end. */
  public static String of(Plans plans) {
    PlansText text = new PlansText(plans);
    Conflict conflict = plans.conflict();
    if (conflict != null) {
      text.add(conflict);
    } else if (plans.plans().isEmpty()) {
      text.sentence("There was not enough time: nothing is known.");
    }
    for (int i = 0; i < plans.plans().size(); i++) {
      text.add(i, plans.plans().get(i));
    }
    boolean changed = plans.plans().stream().anyMatch(p -> !p.example().changes().isEmpty());
    if (changed && !plans.remark().isEmpty()) {
      text.sentence("conf was not asked: " + plans.remark());
    }
    return text.text.toString().stripTrailing();
  }

  private void add(int number, Plans.Plan plan) {
    Set<String> wanted =
        plans.requests().stream().map(r -> r.symbol().displayName()).collect(Collectors.toSet());
    List<Change> changes = plan.example().changes();
    List<Change> others =
        changes.stream().filter(c -> !wanted.contains(c.symbol().displayName())).toList();
    String how =
        switch (plan.replay()) {
          case CONFIRMED -> ", and conf keeps it:";
          case NOT_ASKED -> ":";
          case CONTRADICTED -> ", but conf does not keep it, which is unprobed's own fault:";
        };
    String heading =
        changes.isEmpty()
            ? plans.start() + " has it already"
            : others.isEmpty()
                ? "Nothing else has to change"
                : others.size() + (others.size() == 1 ? " other change" : " other changes");
    sentence((number == 0 ? "" : "Or: ") + heading + (changes.isEmpty() ? "" : how));
    changes.forEach(change -> text.line("  " + setting(change)));
    text.empty();
  }

  private String setting(Change change) {
    String line = Witness.line(plans.prefix(), change.symbol(), change.after()).stripTrailing();
    String before = change.before().isEmpty() ? "" : "  (was " + change.before() + ")";
    return ByteText.readable(line + before);
  }

  private void add(Conflict conflict) {
    String requests =
        conflict.requests().stream().map(PlansText::text).collect(Collectors.joining(" and "));
    String keep = conflict.kept() ? " while keeping " + plans.keep() : "";
    sentence("No configuration has " + ByteText.readable(requests) + keep + ".");
    if (!conflict.explained()) {
      sentence("There was not enough time to find the lines that make it so.");
    } else if (conflict.reasons().isEmpty()) {
      sentence("That is no matter of lines: the types, the ranges or MODULES do not allow it.");
    } else {
      sentence("Because of");
      plans.reasons().forEach(reason -> text.words("  ", INDENT, reason));
    }
  }

  private static String text(Request request) {
    return request.symbol() + "=" + request.value();
  }

  private void sentence(String words) {
    text.words("", "  ", words);
  }
}
