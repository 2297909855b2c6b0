package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.MenuTree;
import java.util.List;

/** Something that is to be asked of a whole tree. */
public sealed interface Check
    permits UnmetSelect,
        DroppableDriver,
        DeadSymbol,
        DeadPrompt,
        DeadDefault,
        DeadSelect,
        DefaultMNeverM {
  /** Those that need nothing but a tree, in the order in which they are reported. */
  List<Check> ALL =
      List.of(
          new UnmetSelect(),
          new DeadSymbol(),
          new DeadPrompt(),
          new DeadDefault(),
          new DeadSelect(),
          new DefaultMNeverM());

  /** The stable name, such as {@code unmet-select}. */
  String name();

  /** The level of its gravest findings. */
  Level level();

  /** What a finding means, one sentence. */
  String summary();

  /** What it asks about a tree, one question for each line or symbol. */
  List<Question> questions(MenuTree tree);
}
