package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.driver.Assessment;
import dev.unprobed.prove.driver.DriverCode;
import dev.unprobed.prove.driver.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets drivers be m: their type where the code allows it, and no select of the platform. */
final class Freeing {
  private static final int MOST_FINDINGS = 8;

  private static final Pattern CONDITIONAL =
      Pattern.compile("\\s*select\\s+\\w+\\s+if\\s+([^#\\\\]*?)\\s*(?:#.*)?");

  private final Patch patch;
  private final Map<Symbol, String> conditions = new HashMap<>();
  private final DriverCode code;
  private final List<String> obstacles;
  private final List<String> remarks;

  /**
   * @param obstacles takes what stands against it
   * @param remarks takes what a person has to look at
   */
  Freeing(Patch patch, DriverCode code, List<String> obstacles, List<String> remarks) {
    this.patch = patch;
    this.code = code;
    this.obstacles = obstacles;
    this.remarks = remarks;
  }

  /** What was done for a driver. */
  enum Done {
    NOTHING,
    TYPE_ONLY,
    /** The platform selects it no longer, so the floor has to. */
    SELECT_TAKEN
  }

  /** Whether or not other lines stand against m too: that is for the proof to find. */
  Done free(Platform platform, Symbol driver) {
    List<Property> selects =
        platform.symbols().stream()
            .flatMap(symbol -> symbol.properties().stream())
            .filter(p -> p.kind() == Property.Kind.SELECT && p.valueSymbol() == driver)
            .toList();
    boolean bool = driver.type() != SymbolType.TRISTATE;
    if (!selects.isEmpty() && platform.symbols().size() > 1) {
      obstacles.add(
          driver
              + " is selected at "
              + selects.getFirst().location()
              + ", also where "
              + platform.text()
              + " does not hold: a rule for that platform alone can be repaired");
      return Done.NOTHING;
    }
    if (selects.isEmpty() && !bool) {
      obstacles.add(driver + " is not kept from m by a select of " + platform.text());
      return Done.NOTHING;
    }
    if (bool && !retype(driver)) {
      return Done.NOTHING;
    }
    selects.forEach(select -> patch.remove(select.location()));
    if (selects.size() == 1) {
      Location line = selects.getFirst().location();
      Matcher conditional = CONDITIONAL.matcher(patch.line(line.file(), line.line()));
      if (conditional.matches()) {
        conditions.put(driver, " if " + conditional.group(1));
      }
    }
    if (driver.definitions().stream().allMatch(node -> node.prompt() == null)) {
      addPrompt(platform, driver);
    }
    return selects.isEmpty() ? Done.TYPE_ONLY : Done.SELECT_TAKEN;
  }

  /** The condition of the select that was taken, such as {@code if PCI}; empty without one. */
  String condition(Symbol driver) {
    return conditions.getOrDefault(driver, "");
  }

  private boolean retype(Symbol driver) {
    if (driver.owner() != null) {
      obstacles.add(driver + " is a bool and a member of a choice, which are y or n");
      return false;
    }
    Assessment assessment = code.of(driver.displayName());
    if (assessment.outcome() != Assessment.Outcome.COULD_BE_MODULE) {
      obstacles.add(driver + " is a bool, and " + reason(assessment.outcome()));
      list(assessment.against(), obstacles);
      return false;
    }
    List<Location> types = new ArrayList<>();
    for (MenuNode node : driver.definitions()) {
      types.addAll(new Entry(patch, node).types());
    }
    if (types.isEmpty()) {
      obstacles.add(driver + " is a bool, but no line of its own says so");
      return false;
    }
    types.forEach(type ->
        patch.replace(
            type,
            type,
            patch
                .line(type.file(), type.line())
                .replaceFirst("^(\\s*)(def_)?bool(?:ean)?\\b", "$1$2tristate")));
    remarks.add(
        driver
            + " was a bool; nothing that was read of "
            + String.join(", ", assessment.modules())
            + " speaks against a module; whether all that it calls is exported was not read, so build it");
    list(assessment.cautions(), remarks);
    return true;
  }

  /** Nobody could choose between y and m otherwise: it would be the floor's m. */
  private void addPrompt(Platform platform, Symbol driver) {
    patch.addAfter(
        Entry.of(patch, driver).type(),
        List.of("\tprompt \"" + driver + "\" if " + platform.text()));
    remarks.add(driver + " had no prompt: the text of the new one is for its maintainer to write");
  }

  private static String reason(Assessment.Outcome outcome) {
    return switch (outcome) {
      case NO_CODE_OF_ITS_OWN -> "no object is made for it alone that could be a module";
      case PARTS_ARE_BUILT_IN_ONLY, COULD_BE_MODULE -> "its code is no module as it is:";
    };
  }

  private static void list(List<Finding> findings, List<String> lines) {
    findings.stream().limit(MOST_FINDINGS).forEach(finding -> lines.add(finding.toString()));
    if (findings.size() > MOST_FINDINGS) {
      lines.add("and " + (findings.size() - MOST_FINDINGS) + " more of these");
    }
  }
}
