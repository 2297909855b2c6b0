package dev.unprobed.kconfig.fuzz;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.macro.MacroException;
import dev.unprobed.kconfig.macro.MacroRecord;
import dev.unprobed.kconfig.parse.SourceReader;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.Target;
import java.nio.file.Path;
import java.util.List;

/** What any bytes are thrown at. */
final class Victims {
  private static final int LONGEST = 1 << 16;

  /** One with many kinds of symbols, for a {@code .config} to set. */
  private static final String TREE =
      """
      config MODULES
      	bool "modules"
      	modules

      config B
      	bool "b"

      config T
      	tristate "t"
      	depends on B

      config I
      	int "i"
      	range 1 9

      config H
      	hex "h"

      config S
      	string "s"
      	default "x"

      choice
      	prompt "c"

      config C
      	bool "c"

      config D
      	bool "d"

      endchoice
      """;

  private static final List<Generation> GENERATIONS =
      List.of(
          Generation.LINUX_4_17,
          Generation.LINUX_5_4,
          Generation.LINUX_6_1,
          Generation.LINUX_6_12,
          Generation.LINUX_7_1);

  private Victims() {}

  /** The bytes as a tree, under the rules of several kernels. */
  static void kconfig(byte[] text) {
    if (text.length <= LONGEST) {
      GENERATIONS.forEach(generation -> configure(generation, text, new byte[0]));
    }
  }

  /** The bytes as a {@code .config}. */
  static void config(byte[] text) {
    byte[] tree = ByteText.bytes(TREE);
    if (text.length <= LONGEST) {
      configure(Generation.LINUX_6_12, tree, text);
      configure(Generation.LINUX_6_18, tree, text);
    }
  }

  /** The bytes as a record of answers to macros. */
  static void record(byte[] text) {
    try {
      MacroRecord record = MacroRecord.parse(ByteText.of(text), "record");
      var _ = record.environment("/tree").apply("ARCH");
      var _ = record.shell("/tree").run("true");
    } catch (KconfigException | MacroException _) {
      // The user is told.
    }
  }

  private static void configure(Generation generation, byte[] tree, byte[] config) {
    SourceReader files =
        name ->
            switch (name) {
              case "Kconfig" -> tree;
              case "a" -> ByteText.bytes("config INSIDE\n\tbool \"inside\"\n");
              default -> null;
            };
    try {
      TreeLoader loader = new TreeLoader(generation, "Kconfig", files, name -> null);
      TreeLoader.Loaded loaded = loader.load(command -> "y", Messages.NONE);
      ConfSession session =
          new ConfSession(
              new WorkFiles(Path.of("none"), null),
              name -> null,
              Messages.NONE,
              ConfSession.Answers.NONE,
              true);
      Conf conf = new Conf(loaded, session, Target.OLDDEFCONFIG, null, null);
      Evaluation evaluation = conf.evaluate(".config", config);
      ConfigText result = new ConfigText(evaluation, "CONFIG_");
      var _ = result.dotConfig();
      var _ = result.defconfig();
    } catch (KconfigException _) {
      // The user is told.
    }
  }
}
