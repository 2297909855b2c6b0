package dev.unprobed.app.replay;

import java.util.Optional;

/** Something that answers as a tree's conf does. To be closed at the end. */
public interface Replays extends AutoCloseable {
  /**
   * What conf makes of a configuration; absent when it cannot be asked, or was interrupted.
   *
   * @param config a byte string
   */
  Optional<TreeConf.Answer> ask(String config);

  /** Why conf cannot be asked, readable; empty when it can. */
  String remark();

  @Override
  void close();
}
