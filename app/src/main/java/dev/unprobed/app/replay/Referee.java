package dev.unprobed.app.replay;

import dev.unprobed.kconfig.source.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a tree's own conf about configurations, where it can be built. To be closed at the end. */
public final class Referee implements Replays {
  /** Exit statuses above this one are numbers of signals. */
  private static final int KILLED = 128;

  private final @Nullable TreeConf conf;
  private String remark;

  /** What conf says of a configuration. */
  public enum Judgement {
    /** It gives the configuration back as it is. */
    CONFIRMED,
    /** It could not be asked. */
    NOT_ASKED,
    /** It makes another configuration of it: the fault is ours. */
    CONTRADICTED
  }

  private Referee(@Nullable TreeConf conf, String remark) {
    this.conf = conf;
    this.remark = remark;
  }

  /** The referee for a tree. */
  public static Referee of(Path tree, String mainFile, Map<String, String> environment) {
    try {
      return new Referee(TreeConf.build(tree, mainFile, environment), "");
    } catch (Unbuildable e) {
      return new Referee(null, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String remark() {
    return remark;
  }

  /**
   * Gives a configuration to conf.
   *
   * @param config the whole file, a byte string
   */
  public Judgement judge(String config) {
    Optional<TreeConf.Answer> answer = ask(config);
    if (answer.isEmpty()) {
      return Judgement.NOT_ASKED;
    }
    boolean same = answer.get().status() == 0 && answer.get().config().equals(config);
    return same ? Judgement.CONFIRMED : Judgement.CONTRADICTED;
  }

  @Override
  public Optional<TreeConf.Answer> ask(String config) {
    if (conf == null) {
      return Optional.empty();
    }
    try {
      TreeConf.Answer answer = conf.olddefconfig(config);
      // Ctrl-C reaches conf as well, and a conf that was killed has said nothing.
      if (answer.status() > KILLED) {
        remark = "it was interrupted";
        return Optional.empty();
      }
      return Optional.of(answer);
    } catch (IOException e) {
      throw new IllegalStateException("cannot run conf: " + Reason.of(e), e);
    }
  }

  @Override
  public void close() {
    if (conf != null) {
      conf.close();
    }
  }
}
