package dev.unprobed.prove.nearest;

import dev.unprobed.kconfig.eval.Evaluation;
import java.util.List;

/**
 * A configuration that shows something.
 *
 * @param changes the settings that make it out of the configuration to start from, none of which
 *     could be left out
 * @param evaluation its values
 * @param config the whole file, a byte string, which olddefconfig gives back as it is
 */
public record Example(List<Change> changes, Evaluation evaluation, String config) {
  public Example {
    changes = List.copyOf(changes);
  }
}
