package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.eval.Evaluation;

/**
 * Gives a user value to every symbol that has none, as the all*config targets and randconfig do.
 */
interface NewValues {
  /** What to answer for symbols that the user did not speak of. */
  enum Mode {
    DEFAULT,
    YES,
    MOD,
    NO,
    RANDOM
  }

  /** Sets the values and makes everything be computed again. */
  void set(Mode mode);

  static NewValues of(Evaluation evaluation, Probabilities probabilities, CRandom random) {
    if (evaluation.tree().generation().has(Trait.KCONFIGLIB_FILES)) {
      return new KconfiglibNewValues(evaluation);
    }
    return evaluation.tree().generation().choicesByPriority()
        ? new MenuOrderNewValues(evaluation, probabilities, random)
        : new TableOrderNewValues(evaluation, probabilities, random);
  }
}
