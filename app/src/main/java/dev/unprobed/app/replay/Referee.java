package dev.unprobed.app.replay;

import dev.unprobed.kconfig.source.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a tree's own conf about configurations, where it can be built. To be closed at the end. */
public final class Referee implements AutoCloseable {
  private final @Nullable TreeConf conf;
  private final String remark;

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

  /** Why conf cannot be asked, empty when it can. */
  public String remark() {
    return remark;
  }

  /**
   * Gives a configuration to conf.
   *
   * @param config the whole file, a byte string
   */
  public Judgement judge(String config) {
    if (conf == null) {
      return Judgement.NOT_ASKED;
    }
    try {
      TreeConf.Answer answer = conf.olddefconfig(config);
      boolean same = answer.status() == 0 && answer.config().equals(config);
      return same ? Judgement.CONFIRMED : Judgement.CONTRADICTED;
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
