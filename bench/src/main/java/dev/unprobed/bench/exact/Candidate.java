package dev.unprobed.bench.exact;

import dev.unprobed.bench.tree.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is compared with conf. Several threads may use it at the same time. */
public interface Candidate extends AutoCloseable {

  /**
   * Does what {@code unprobed config} does with these arguments.
   *
   * @param id the case, for messages
   * @param arguments the target, and its file if it has one
   * @param environment all that the run may see as environment, the same as conf's
   * @param folder the current folder of the run
   */
  Answer run(Case id, List<String> arguments, Map<String, String> environment, Path folder)
      throws IOException;

  /** Changes when the candidate does; results of an earlier one do not count. */
  String fingerprint() throws IOException;

  /** Whether there is something to compare. */
  default boolean isReal() {
    return true;
  }

  @Override
  default void close() {}
}
