package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;

/**
 * What a repair is to reach.
 *
 * @param always drivers that can be n now, and are not to be
 * @param modular drivers that cannot be m now, and are to be
 * @param hopeless members of choices for which hiding the others was tried in vain
 */
public record Wanted(
    Platform platform, List<Symbol> always, List<Symbol> modular, List<Symbol> hopeless) {
  public Wanted {
    always = List.copyOf(always);
    modular = List.copyOf(modular);
    hopeless = List.copyOf(hopeless);
  }
}
