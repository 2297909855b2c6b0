package dev.unprobed.app.prove;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.rule.Ruling;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** The configurations that decide rules, as files. */
public final class ExampleFiles {
  private ExampleFiles() {}

  /**
   * Writes each example of a tree to a file named after the architecture, the rules file's line and
   * the rule's last word, such as {@code arm64-3-SERIAL_SAMSUNG.config}.
   *
   * @param writer takes a name and a content
   */
  public static void write(Verdicts verdicts, Path folder, BiConsumer<String, byte[]> writer) {
    for (Judged judged : verdicts.rulings()) {
      Ruling ruling = judged.ruling();
      Example example = ruling.example();
      if (example != null) {
        Snippet subject = ruling.rule().statement().subject();
        String word = ByteText.readable(subject.part()).replaceAll("[^A-Za-z0-9_]+", "-");
        String name = "%s-%d-%s.config".formatted(verdicts.architecture(), subject.line(), word);
        writer.accept(
            ByteText.encode(folder.resolve(name).toString()), ByteText.bytes(example.config()));
      }
    }
  }
}
