package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.dotconfig.ConfigReader;
import dev.unprobed.kconfig.dotconfig.Settlement;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configuration that a target starts from and reads it (confdata.c: conf_read; conf.c:
 * main).
 */
final class SeedFile {
  private final Evaluation evaluation;
  private final ConfSession session;
  private final ConfigReader reader;
  private final boolean kconfiglib;

  SeedFile(Evaluation evaluation, ConfSession session) {
    this.evaluation = evaluation;
    this.session = session;
    kconfiglib = evaluation.tree().generation().has(Trait.KCONFIGLIB_FILES);
    boolean warnUnknown =
        kconfiglib && session.variable("KCONFIG_WARN_UNDEF_ASSIGN", "").equals("y")
            || evaluation.tree().generation().strictVariables()
                && session.isSet("KCONFIG_WARN_UNKNOWN_SYMBOLS");
    reader = new ConfigReader(evaluation, session.prefix(), warnUnknown, session.messages());
  }

  /** Whether what was read is to be refused: there were warnings, and KCONFIG_WERROR is set. */
  boolean refused() {
    return reader.warnings() > 0
        && session.isSet("KCONFIG_WERROR")
        && evaluation.tree().generation().strictVariables();
  }

  /**
   * Reads the {@code .config}, or the first of KCONFIG_DEFCONFIG_LIST that is there, or nothing.
   */
  void readCurrent() {
    evaluation.changed(false);
    String name = session.configName();
    byte[] content = content(name);
    if (content == null) {
      evaluation.changed(true);
      name = firstDefconfig();
      content = name == null ? null : content(name);
    }
    if (kconfiglib) {
      tellStart(name, content != null);
    }
    if (name == null || content == null) {
      evaluation.compute(evaluation.tree().modules());
      return;
    }
    accept(name, content);
  }

  private void tellStart(@Nullable String name, boolean there) {
    String own = session.configName();
    if (!there) {
      session.say("Using default symbol values (no '" + own + "')");
    } else if (own.equals(name)) {
      session.say("Loaded configuration '" + own + "'");
    } else {
      session.say("Loaded default configuration '" + name + "' (no '" + own + "')");
    }
  }

  private @Nullable String firstDefconfig() {
    Generation generation = evaluation.tree().generation();
    for (String name : generation.options() ? defaultConfigurations() : listedConfigurations()) {
      if (!name.isEmpty() && content(name) != null) {
        if (!kconfiglib) {
          session.remark("using defaults found in " + name);
        }
        return name;
      }
    }
    return null;
  }

  /** Reads a defconfig that has to be there. */
  void readDefconfig(String name) {
    evaluation.changed(false);
    byte[] content = content(name);
    if (content == null) {
      throw new KconfigException(
          Diagnostic.ofFile(
              name,
              "missing-defconfig",
              "cannot find the default configuration",
              "names are relative to the work directory, then to the tree"));
    }
    if (kconfiglib) {
      session.say("Loaded configuration '" + name + "'");
    }
    accept(name, content);
  }

  private List<String> listedConfigurations() {
    return List.of(session.variable("KCONFIG_DEFCONFIG_LIST", "").split("[ \\t-\\r]+", -1));
  }

  /** Up to 5.12: the defaults of the symbol with {@code option defconfig_list}. */
  private List<String> defaultConfigurations() {
    List<String> names = new ArrayList<>();
    Symbol list = evaluation.tree().defconfigList();
    for (Property property : list == null ? List.<Property>of() : list.properties()) {
      Symbol name = property.kind() == Property.Kind.DEFAULT ? property.valueSymbol() : null;
      if (name != null && evaluation.value(property.condition()) != Tristate.N) {
        names.add(evaluation.text(name));
      }
    }
    return names;
  }

  /** Reads what KCONFIG_ALLCONFIG names, if it is set. */
  void readAllConfig(Target target) {
    String name = session.variable("KCONFIG_ALLCONFIG");
    if (name == null) {
      return;
    }
    if (!name.isEmpty() && !name.equals("1")) {
      byte[] content = content(name);
      if (content == null) {
        throw missingSeed(name, "there is no such file", "KCONFIG_ALLCONFIG names it");
      }
      takeSeed(name, content);
      return;
    }
    String own = ownSeed(target);
    for (String candidate : new String[] {own, "all.config"}) {
      byte[] content = content(candidate);
      if (content != null) {
        takeSeed(candidate, content);
        return;
      }
    }
    throw missingSeed(
        own,
        "KCONFIG_ALLCONFIG is set, but there is neither this file nor all.config",
        "make one of them, set the variable to the name of another file, or unset it");
  }

  private void takeSeed(String name, byte[] content) {
    if (kconfiglib) {
      reader.merge(name, content);
      session.say("Merged configuration '" + name + "'");
      evaluation.invalidate();
    } else {
      reader.read(name, content);
    }
  }

  private static KconfigException missingSeed(String name, String message, String hint) {
    return new KconfigException(Diagnostic.ofFile(name, "missing-seed", message, hint));
  }

  private static String ownSeed(Target target) {
    return switch (target) {
      case ALLNOCONFIG -> "allno.config";
      case ALLYESCONFIG -> "allyes.config";
      case ALLMODCONFIG -> "allmod.config";
      case ALLDEFCONFIG -> "alldef.config";
      case RANDCONFIG -> "allrandom.config";
      default -> throw new IllegalArgumentException(target.text());
    };
  }

  private byte @Nullable [] content(String name) {
    try {
      return session.files().read(name);
    } catch (IOException e) {
      String message = "cannot read the file: " + Reason.of(e);
      throw new KconfigException(Diagnostic.ofFile(name, "unreadable", message, null));
    }
  }

  /** Takes the values of a file without a look at what comes of them. */
  void take(String name, byte[] content) {
    reader.read(name, content);
  }

  /** Reads a file, and forgets what it says beyond what can be. */
  void accept(String name, byte[] content) {
    reader.read(name, content);
    evaluation.compute(evaluation.tree().modules());
    if (kconfiglib) {
      evaluation.changed(true);
      return;
    }
    boolean differs = new Settlement(evaluation).settle();
    if (differs || reader.warnings() > 0) {
      evaluation.changed(true);
    }
  }
}
