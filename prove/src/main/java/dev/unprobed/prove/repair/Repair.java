package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;

/**
 * A change of Kconfig files that is meant to make rules hold.
 *
 * @param platform where it is to hold
 * @param patch no change where nothing can be done
 * @param selected what the floor selects: the drivers and what they need
 * @param freed drivers that a select forced to y until now, or that were bools
 * @param pinned members of choices whose other members are hidden on the platform
 * @param obstacles what Kconfig cannot mend, byte strings
 * @param remarks what a person has to look at before using it, byte strings
 */
public record Repair(
    Platform platform,
    Patch patch,
    List<Symbol> selected,
    List<Symbol> freed,
    List<Symbol> pinned,
    List<String> obstacles,
    List<String> remarks) {
  public Repair {
    selected = List.copyOf(selected);
    freed = List.copyOf(freed);
    pinned = List.copyOf(pinned);
    obstacles = List.copyOf(obstacles);
    remarks = List.copyOf(remarks);
  }
}
