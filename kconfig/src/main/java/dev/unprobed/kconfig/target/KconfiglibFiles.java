package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.ByteText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files that Kconfiglib's scripts write, and what they say about it. */
record KconfiglibFiles(Evaluation evaluation, ConfSession session) {

  /**
   * Writes the {@code .config}, or what differs from the defaults.
   *
   * @param file of savedefconfig
   */
  void write(Target target, @Nullable String file) {
    ConfigText text = new ConfigText(evaluation, session.prefix());
    String heading = session.variable("KCONFIG_CONFIG_HEADER", "");
    if (target == Target.SAVEDEFCONFIG) {
      String content = heading + text.defconfig();
      replace(Objects.requireNonNull(file, "this target takes a file"), content, "inimal ", null);
    } else {
      String name = session.configName();
      replace(name, text.dotConfig(heading), "", name + ".old");
    }
  }

  /**
   * Writes a file unless it has this content already.
   *
   * @param kind of configuration, without the letter that is a capital one in one of the sentences
   */
  private void replace(String name, String text, String kind, @Nullable String backup) {
    byte[] content = ByteText.bytes(text);
    String lower = kind.isEmpty() ? "configuration" : "m" + kind + "configuration";
    String upper = kind.isEmpty() ? "Configuration" : "M" + kind + "configuration";
    if (session.files().holds(name, content)) {
      session.say("No change to " + lower + " in '" + name + "'");
    } else {
      session.files().write(name, content, backup);
      session.say(upper + " saved to '" + name + "'");
    }
  }
}
