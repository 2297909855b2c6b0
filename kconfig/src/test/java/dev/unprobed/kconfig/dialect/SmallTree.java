package dev.unprobed.kconfig.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A few Kconfig files in a folder of their own, and what a target makes of them. */
final class SmallTree {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final StringBuilder err = new StringBuilder();

  SmallTree(Path folder, String kconfig) {
    this.folder = folder;
    file("Kconfig", kconfig);
    environment.put("KCONFIG_NOTIMESTAMP", "1");
  }

  SmallTree file(String name, String content) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  SmallTree variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** What conf said on its standard error. */
  String err() {
    return err.toString();
  }

  /** The lines of the {@code .config} that are about symbols, after a target. */
  List<String> config(Generation generation, Target target) {
    return text(generation, target).lines().filter(line -> line.contains("CONFIG_")).toList();
  }

  /** The whole {@code .config} after a target. */
  String text(Generation generation, Target target) {
    WorkFiles files = new WorkFiles(folder, null);
    err.setLength(0);
    TreeLoader.Loaded loaded =
        new TreeLoader(generation, "Kconfig", files, environment::get)
            .load(command -> "", messages());
    ConfSession session =
        new ConfSession(files, environment::get, messages(), ConfSession.Answers.NONE, true);
    assertThat(new Conf(loaded, session, target, null, null).run()).isZero();
    try {
      return Files.readString(folder.resolve(".config"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Messages messages() {
    return new Messages() {
      @Override
      public void out(String text) {}

      @Override
      public void err(String text) {
        err.append(text);
      }
    };
  }
}
