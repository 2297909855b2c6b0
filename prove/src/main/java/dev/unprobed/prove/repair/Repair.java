package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;

/**
 * A change of Kconfig files that is meant to make rules hold.
 *
 * @param platform whose drivers it is about
 * @param patch no change where nothing can be done
 * @param selected what the floor selects: the drivers and what they need
 * @param freed drivers that the platform selected itself until now, and so forced to y
 * @param obstacles what Kconfig cannot mend, byte strings
 */
public record Repair(
    Symbol platform,
    Patch patch,
    List<Symbol> selected,
    List<Symbol> freed,
    List<String> obstacles) {
  public Repair {
    selected = List.copyOf(selected);
    freed = List.copyOf(freed);
    obstacles = List.copyOf(obstacles);
  }
}
