package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the answer of one command depends on: the files that it names, the programs that the
 * search path leads to, what these consist of, and the same again for scripts.
 */
final class Inputs {
  private static final int LONGEST_SCRIPT = 1 << 16;

  private final World world;
  private final Toolchains toolchains;
  private final Map<String, String> environment;
  private final Set<String> subjects = new LinkedHashSet<>();
  private final Set<String> visited = new HashSet<>();
  private boolean fickle;
  private boolean anyFile;

  private Inputs(World world, Toolchains toolchains, Map<String, String> environment) {
    this.world = world;
    this.toolchains = toolchains;
    this.environment = environment;
  }

  /** The subjects that decide the answer, none when they cannot be known. */
  static Set<String> of(
      String command, World world, Toolchains toolchains, Map<String, String> environment) {
    Inputs inputs = new Inputs(world, toolchains, environment);
    inputs.fickle = Habits.hasPattern(command) || command.contains("/proc/");
    inputs.subjects.add(Subject.WRITABLE);
    inputs.scan(command, null);
    if (inputs.fickle || !inputs.anyFile) {
      return Collections.emptySet();
    }
    inputs.subjects.add(Subject.file("/bin/sh"));
    return inputs.subjects;
  }

  /**
   * Adds what a text names.
   *
   * @param folder where the script lies whose text this is, since scripts call their neighbours
   */
  private void scan(String text, @Nullable String folder) {
    for (String word : Words.of(text, this::variable)) {
      String last = word.substring(word.lastIndexOf('/') + 1);
      if (folder != null && FileIdentity.isProgram(folder + "/" + last)) {
        addFile(last, folder + "/" + last);
      }
      if (word.indexOf(Words.UNKNOWN) < 0) {
        addWord(word, last);
        if (folder == null) {
          addFile(last, word);
        }
      }
    }
  }

  private void addWord(String word, String last) {
    if (Habits.asksPlace(last)) {
      subjects.add(Subject.FOLDER);
    } else if (last.equals("uname")) {
      subjects.add(Subject.SYSTEM);
    }
    if (word.contains("/")) {
      addFile(last, word);
      return;
    }
    String program = Subject.program(word);
    subjects.add(program);
    String path = world.state(program);
    if (!path.equals(FileIdentity.ABSENT)) {
      addFile(word, path);
    }
  }

  private void addFile(String name, String path) {
    String file = Subject.file(path);
    subjects.add(file);
    String identity = world.state(file);
    if (identity.equals(FileIdentity.ABSENT) || !visited.add(path)) {
      return;
    }
    if (!identity.equals(FileIdentity.DIRECTORY)) {
      anyFile = true;
      fickle |= Habits.isFickle(name);
      subjects.addAll(toolchains.behind(name, path));
      String absolute = world.absolute(path);
      String script = script(absolute);
      if (script != null) {
        scan(script, absolute.substring(0, absolute.lastIndexOf('/')));
      }
    }
  }

  /** Variables that do not count for all answers count for those commands that name them. */
  private @Nullable String variable(String name) {
    if (!EnvironmentKey.counts(name)) {
      subjects.add(Subject.variable(name));
    }
    return environment.get(name);
  }

  /** The text of a script without its comments, absent when the file is none. */
  private static @Nullable String script(String path) {
    byte[] start = new byte[LONGEST_SCRIPT];
    try (InputStream file = Files.newInputStream(Path.of(ByteText.readable(path)))) {
      if (file.readNBytes(start, 0, 2) < 2 || start[0] != '#' || start[1] != '!') {
        return null;
      }
      int length = file.readNBytes(start, 2, start.length - 2);
      String text = ByteText.of(start, 2, length);
      return text.replaceAll("(?m)^\\s*#.*$", "");
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }
}
