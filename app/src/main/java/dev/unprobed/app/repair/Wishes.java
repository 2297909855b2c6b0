package dev.unprobed.app.repair;

import dev.unprobed.app.prove.Judged;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.repair.Platform;
import dev.unprobed.prove.repair.Wanted;
import dev.unprobed.prove.rule.Rule;
import dev.unprobed.prove.rule.Ruling;
import dev.unprobed.prove.rule.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sorts broken rules by the platforms that they are about. */
public final class Wishes {
  private final Map<Platform, Builder> platforms = new LinkedHashMap<>();
  private final List<String> notTried = new ArrayList<>();

  /**
   * What is broken of one platform.
   *
   * @param statements all rules about it, also those that hold and have to go on holding
   */
  public record Wish(Wanted wanted, List<Statement> statements) {
    public Wish {
      statements = List.copyOf(statements);
    }
  }

  private static final class Builder {
    final Set<Symbol> always = new LinkedHashSet<>();
    final Set<Symbol> modular = new LinkedHashSet<>();
    final List<Statement> statements = new ArrayList<>();
  }

  private Wishes() {}

  /** Those of some verdicts. */
  public static Wishes of(List<Judged> rulings) {
    Wishes wishes = new Wishes();
    rulings.forEach(judged -> wishes.note(judged.ruling()));
    return wishes;
  }

  /** One for each platform of which something is broken. */
  public List<Wish> wishes() {
    List<Wish> wishes = new ArrayList<>();
    platforms.forEach((platform, parts) -> {
      if (!parts.always.isEmpty() || !parts.modular.isEmpty()) {
        Wanted wanted =
            new Wanted(platform, List.copyOf(parts.always), List.copyOf(parts.modular), List.of());
        wishes.add(new Wish(wanted, parts.statements));
      }
    });
    return wishes;
  }

  /** The broken rules for which there is no repair to try, and why; readable. */
  public List<String> notTried() {
    return notTried;
  }

  private void note(Ruling ruling) {
    Rule rule = ruling.rule();
    Optional<Platform> platform = Platform.of(rule.when());
    boolean broken = ruling.outcome() == Ruling.Outcome.BROKEN;
    if (platform.isEmpty()) {
      if (broken) {
        notTried(rule, "a floor needs a platform: bools, joined by && if they are several");
      }
      return;
    }
    Builder parts = platforms.computeIfAbsent(platform.get(), key -> new Builder());
    parts.statements.add(rule.statement());
    if (broken) {
      switch (rule.claim()) {
        case Rule.Claim.Always(Symbol driver) -> parts.always.add(driver);
        case Rule.Claim.Modular(Symbol driver) -> parts.modular.add(driver);
        case Rule.Claim.Never _, Rule.Claim.Holds _, Rule.Claim.Implies _ ->
            notTried(rule, "there are repairs for \"always\" and \"modular\" only");
      }
    }
  }

  private void notTried(Rule rule, String why) {
    notTried.add(ByteText.readable(rule.statement().text()) + " (" + why + ")");
  }
}
