package dev.unprobed.app;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.value.Replay;

/** What olddefconfig of a tree makes of configurations that proofs produce. */
record TreeReplay(ConfiguredTree tree) implements Replay {
  @Override
  public Evaluation evaluate(String config) {
    return tree.evaluate("proof", ByteText.bytes(config));
  }

  @Override
  public String prefix() {
    return tree.prefix();
  }
}
