package dev.unprobed.app.repair;

import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.prove.repair.Repair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repair and what was proved of it.
 *
 * @param diff the change as a unified diff, readable; empty when nothing can be done
 * @param after the rules about the platform on the copy; absent when nothing was changed
 * @param affected how many symbols were looked at for other values
 * @param unaffected how many depend on nothing that changed
 * @param onPlatform changes of values where the platform is on
 * @param anywhere changes of values over all configurations
 * @param complete whether all of that was decided in time
 * @param tables what conf says on the copy; empty when it could not be asked
 */
public record Repaired(
    Repair repair,
    String diff,
    @Nullable Verdicts after,
    int affected,
    int unaffected,
    List<ValueChange> onPlatform,
    List<ValueChange> anywhere,
    boolean complete,
    List<ConfTable> tables) {
  public Repaired {
    onPlatform = List.copyOf(onPlatform);
    anywhere = List.copyOf(anywhere);
    tables = List.copyOf(tables);
  }
}
