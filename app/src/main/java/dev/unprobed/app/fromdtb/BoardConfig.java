package dev.unprobed.app.fromdtb;

import dev.unprobed.app.merge.Loss;
import dev.unprobed.app.replay.Referee;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What boards need of a configuration.
 *
 * @param base the configuration that it was asked of
 * @param boards file names of the device trees
 * @param lines values of symbols, readable
 * @param reasons for each line the paths of the units that it is for; none when others need it
 * @param losses of the lines: at least one means that the fragment does not hold
 * @param conf whether the tree's own conf makes the same of configuration and fragment
 * @param confRemark why it was not asked; empty when it was
 * @param remarks what was not understood in the makefiles
 */
public record BoardConfig(
    String base,
    List<String> boards,
    List<Outcome> outcomes,
    SequencedMap<String, String> lines,
    Map<String, List<String>> reasons,
    List<Loss> losses,
    Referee.Judgement conf,
    String confRemark,
    List<String> remarks) {
  /** Whether every line keeps its value and every node has what the tree has for it. */
  public boolean holds() {
    return losses.isEmpty()
        && conf != Referee.Judgement.CONTRADICTED
        && outcomes.stream().noneMatch(o -> o.kind() == Outcome.Kind.REFUSED);
  }
}
