package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.dotconfig.AutoConf;
import dev.unprobed.kconfig.dotconfig.BusyBoxFiles;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.TooDeep;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs a target over a loaded tree, with conf's files, texts and exit codes.
 *
 * <p>{@link #run} throws a {@link KconfigException} where conf would print an error of its own and
 * give up.
 */
public final class Conf {
  private final TreeLoader.Loaded loaded;
  private final ConfSession session;
  private final Target target;
  private final @Nullable String file;
  private final Evaluation evaluation;
  private final SeedFile seed;
  private final @Nullable RandomSeed randomSeed;

  /**
   * @param file the defconfig to read or to write; absent for other targets
   * @param randomSeed for randconfig, absent for other targets
   */
  public Conf(
      TreeLoader.Loaded loaded,
      ConfSession session,
      Target target,
      @Nullable String file,
      @Nullable RandomSeed randomSeed) {
    this.loaded = loaded;
    // syncconfig is part of a build, where remarks would be in the way.
    this.session = target == Target.SYNCCONFIG ? session.silenced() : session;
    this.target = target;
    this.file = file;
    this.randomSeed = randomSeed;
    this.evaluation = new Evaluation(loaded.tree(), session.messages());
    this.seed = new SeedFile(evaluation, this.session);
  }

  /** Does the whole; returns conf's exit code, 0 or 1. */
  public int run() {
    return TooDeep.guard(loaded.files().getFirst(), this::runTarget);
  }

  private int runTarget() {
    read();
    if (seed.refused()) {
      return 1;
    }
    boolean write = true;
    if (target == Target.SYNCCONFIG && session.isFilled("KCONFIG_NOSILENTUPDATE")) {
      if (evaluation.changed()) {
        session.messages().err("\n*** The configuration requires explicit update.\n\n");
        return 1;
      }
      write = false;
    }
    setValues();
    Generation generation = evaluation.tree().generation();
    if (evaluation.unmetDependencies() > 0
        && session.isSet("KCONFIG_WERROR")
        && generation.strictVariables()) {
      return 1;
    }
    if (generation.has(Trait.KCONFIGLIB_FILES)
        && (!target.onlyLists() || target == Target.SAVEDEFCONFIG)) {
      new KconfiglibFiles(evaluation, session).write(target, file);
    } else if (target == Target.SAVEDEFCONFIG) {
      session
          .files()
          .write(
              requiredFile(),
              ByteText.bytes(new ConfigText(evaluation, session.prefix()).defconfig()));
    } else if (!target.onlyLists()) {
      if (write) {
        writeConfig();
      }
      if (target == Target.SYNCCONFIG || generation.firstAutoConf()) {
        autoConf().write(target == Target.SYNCCONFIG);
      }
    }
    return 0;
  }

  /**
   * Gives all symbols the values that the target would, from a configuration in memory instead of
   * the one that the target reads. Writes nothing.
   *
   * @param name of the configuration, for messages
   */
  public Evaluation evaluate(String name, byte[] content) {
    return TooDeep.guard(loaded.files().getFirst(), () -> valuesOf(name, content));
  }

  private Evaluation valuesOf(String name, byte[] content) {
    if (target.startsEmpty()) {
      seed.take(name, content);
    } else {
      seed.accept(name, content);
    }
    setValues();
    return evaluation;
  }

  /** The values that the target came to. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Reads what the target starts from. */
  private void read() {
    if (target == Target.DEFCONFIG) {
      seed.readDefconfig(requiredFile());
    } else if (target == Target.ALLDEFCONFIG && evaluation.tree().generation().walksMenu()) {
      seed.accept("/dev/null", new byte[0]);
    } else if (target.startsEmpty() && evaluation.tree().generation().has(Trait.KCONFIGLIB_FILES)) {
      evaluation.compute(evaluation.tree().modules());
    } else if (target.startsEmpty()
        && !evaluation.tree().generation().has(Trait.STARTS_FROM_CONFIG)) {
      seed.readAllConfig(target);
    } else {
      seed.readCurrent();
    }
  }

  private String requiredFile() {
    return Objects.requireNonNull(file, "this target takes a file");
  }

  private void setValues() {
    if (evaluation.tree().generation().walksMenu()) {
      walk();
      return;
    }
    switch (target) {
      case ALLNOCONFIG -> newValues(NewValues.Mode.NO);
      case ALLYESCONFIG -> newValues(NewValues.Mode.YES);
      case ALLMODCONFIG -> newValues(NewValues.Mode.MOD);
      case ALLDEFCONFIG, DEFCONFIG -> newValues(NewValues.Mode.DEFAULT);
      case RANDCONFIG -> newValues(NewValues.Mode.RANDOM);
      case YES2MODCONFIG -> rewrite(Tristate.Y, Tristate.M);
      case MOD2YESCONFIG -> rewrite(Tristate.M, Tristate.Y);
      case MOD2NOCONFIG -> rewrite(Tristate.M, Tristate.N);
      case OLDASKCONFIG, OLDCONFIG, LISTNEWCONFIG, HELPNEWCONFIG, SYNCCONFIG ->
          new Interview(evaluation, session, target).run();
      case SAVEDEFCONFIG, OLDDEFCONFIG -> {}
    }
  }

  private void walk() {
    OldAnswers.Mode mode =
        switch (target) {
          case ALLNOCONFIG -> OldAnswers.Mode.NO;
          case ALLYESCONFIG -> OldAnswers.Mode.YES;
          case ALLMODCONFIG -> OldAnswers.Mode.MOD;
          case RANDCONFIG -> OldAnswers.Mode.RANDOM;
          case OLDCONFIG, SYNCCONFIG -> OldAnswers.Mode.ASK_NEW;
          case OLDASKCONFIG -> OldAnswers.Mode.ASK_ALL;
          default -> OldAnswers.Mode.DEFAULT;
        };
    RandomSeed start = randomSeed == null ? new RandomSeed(0) : randomSeed;
    OldAnswers answers = new OldAnswers(evaluation, session, mode, start.generator());
    OldWalk walk = new OldWalk(evaluation, new OldQuestions(evaluation, session, answers));
    if (target == Target.SYNCCONFIG) {
      walk.runForNew();
    } else if (!target.onlyLists() && target != Target.SAVEDEFCONFIG) {
      // What a select set before its symbol was answered gets its own answer the second time.
      walk.run(mode.answersTwice() ? 2 : 1);
    }
  }

  private void newValues(NewValues.Mode mode) {
    boolean random = mode == NewValues.Mode.RANDOM;
    Probabilities probabilities =
        Probabilities.parse(random ? session.variable("KCONFIG_PROBABILITY") : null);
    RandomSeed start = randomSeed == null ? new RandomSeed(0) : randomSeed;
    NewValues.of(evaluation, probabilities, start.generator()).set(mode);
    if (target.startsEmpty() && evaluation.tree().generation().has(Trait.KCONFIGLIB_FILES)) {
      seed.readAllConfig(target);
    }
  }

  private void rewrite(int from, int to) {
    for (Symbol symbol : evaluation.tree().inTableOrder()) {
      if (evaluation.type(symbol) == SymbolType.TRISTATE
          && evaluation.userLogical(symbol) == from) {
        evaluation.replaceUserLogical(symbol, to);
      }
    }
    evaluation.invalidate();
  }

  private void writeConfig() {
    String name = session.configName();
    if (name.isEmpty()) {
      throw new KconfigException(
          Diagnostic.ofFile(
              "KCONFIG_CONFIG",
              "config-name",
              "the name of the configuration is empty",
              "unset KCONFIG_CONFIG for .config"));
    }
    if (session.files().isDirectory(name)) {
      throw new KconfigException(
          Diagnostic.ofFile(
              name,
              "config-name",
              "the configuration is to be written here, but this is a directory",
              "move it away, or set KCONFIG_CONFIG to another name"));
    }
    if (evaluation.tree().generation().walksMenu()) {
      writeOldConfig(name);
      return;
    }
    byte[] content = ByteText.bytes(new ConfigText(evaluation, session.prefix()).dotConfig());
    if (session.isFilled("KCONFIG_OVERWRITECONFIG")) {
      session.files().overwrite(name, content);
    } else if (evaluation.tree().generation().keepsEqualFile()
        && session.files().holds(name, content)) {
      session.remark("No change to " + name);
      evaluation.changed(false);
      return;
    } else {
      session.files().write(name, content, name + ".old");
    }
    session.remark("configuration written to " + name);
    evaluation.changed(false);
  }

  /** BusyBox: the {@code .config} under a heading of its own, and two files beside it. */
  private void writeOldConfig(String name) {
    OldHeading heading = OldHeading.of(session);
    new BusyBoxFiles(evaluation, heading.version(), heading.timestamp())
        .write(session.files(), loaded.files());
    ConfigText text = new ConfigText(evaluation, session.prefix());
    byte[] content = ByteText.bytes(text.dotConfig(heading.text()));
    session.files().write(name, content, name + ".old");
    evaluation.changed(false);
  }

  /** The directory of {@code auto.conf}, or what KCONFIG_SPLITCONFIG says where it counts. */
  private String touched() {
    if (evaluation.tree().generation().has(Trait.SPLIT_CONFIG)) {
      return session.variable("KCONFIG_SPLITCONFIG", "include/config/");
    }
    String name = session.variable("KCONFIG_AUTOCONFIG", "include/config/auto.conf");
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  private AutoConf autoConf() {
    boolean negatives =
        evaluation.tree().generation().has(Trait.NEGATIVES) && session.isSet("KCONFIG_NEGATIVES");
    AutoConf.Names names =
        new AutoConf.Names(
            session.variable("KCONFIG_AUTOCONFIG", "include/config/auto.conf"),
            session.variable("KCONFIG_AUTOHEADER", "include/generated/autoconf.h"),
            session.variable("KCONFIG_RUSTCCFG", "include/generated/rustc_cfg"),
            session.prefix(),
            touched(),
            negatives);
    return new AutoConf(
        evaluation,
        session.files(),
        names,
        loaded.files(),
        loaded.environment(),
        session.messages());
  }
}
