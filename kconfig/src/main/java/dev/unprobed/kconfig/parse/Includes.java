package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.kconfig.source.SourceFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that are open, one inside the other, and the names of all files read so far. */
final class Includes {
  private static final int LONGEST_LINE = 1 << 20;

  private final SourceReader reader;
  private final Generation generation;
  private final Map<String, String> includedAt = new LinkedHashMap<>();
  private final Map<String, SourceFile> files = new HashMap<>();
  private Buffer current;

  Includes(SourceReader reader, Generation generation, String main) {
    this.reader = reader;
    this.generation = generation;
    SourceFile file = open(main, null);
    includedAt.put(main, "");
    current = new Buffer(file, null);
  }

  Buffer current() {
    return current;
  }

  /** The names of all files, in the order in which they were first read. */
  java.util.List<String> names() {
    return java.util.List.copyOf(includedAt.keySet());
  }

  /** The same diagnostic with the source line that it is about. */
  Diagnostic shown(Diagnostic diagnostic) {
    SourceFile file = files.get(diagnostic.path());
    return file == null ? diagnostic : diagnostic.in(file);
  }

  /** Goes back to the file that includes the current one. */
  void leave() {
    Buffer includer = current.includer;
    if (includer == null) {
      throw new IllegalStateException("the first file is included by none");
    }
    current = includer;
  }

  /**
   * Opens the file of that name inside the current one, or the files that it matches where {@code
   * source} takes a pattern.
   *
   * @param keyword of the source statement
   * @param mark where its name stands
   * @param line of the source statement
   */
  void enterAll(Token keyword, String name, Mark mark, int line) {
    if (generation.has(Trait.KCONFIGLIB_LANGUAGE)) {
      enterMatches(keyword, name, mark, line);
      return;
    }
    if (!generation.has(Trait.GLOBS)) {
      enter(name, mark, line);
      return;
    }
    List<String> names = matching(name, mark);
    boolean pattern = name.indexOf('*') >= 0;
    if (names.isEmpty() && !pattern && generation.has(Trait.RELATIVE_SOURCE)) {
      String here = current.file.name();
      names = List.of(here.substring(0, here.lastIndexOf('/') + 1) + name);
    }
    // Each file is put in front of those before it.
    for (String next : generation.has(Trait.NEWEST_GLOB_FIRST) ? names : names.reversed()) {
      enter(next, mark, line);
    }
  }

  /** Kconfiglib's ways to name files: beside the current one, and files that need not be there. */
  private void enterMatches(Token keyword, String name, Mark mark, int line) {
    boolean beside =
        keyword == Token.RSOURCE || keyword == Token.ORSOURCE || keyword == Token.GRSOURCE;
    String here = current.file.name();
    boolean relative = beside && !name.startsWith("/");
    String pattern = relative ? here.substring(0, here.lastIndexOf('/') + 1) + name : name;
    List<String> names = matching(pattern, mark);
    if (names.isEmpty() && (keyword == Token.SOURCE || keyword == Token.RSOURCE)) {
      throw mark.failure(
          "missing-source",
          "there is no file \"" + pattern + "\"",
          "write o" + keyword.text() + " when there need not be one");
    }
    for (String next : names.reversed()) {
      enter(next, mark, line);
    }
  }

  private List<String> matching(String pattern, Mark mark) {
    try {
      return reader.matching(pattern);
    } catch (IOException e) {
      throw mark.failure(
          "unreadable-source", "cannot look for \"" + pattern + "\": " + Reason.of(e), null);
    }
  }

  /**
   * Opens a file inside the current one.
   *
   * @param mark where its name stands
   * @param line of the source statement
   */
  void enter(String name, Mark mark, int line) {
    refuseRecursion(name, mark);
    String here = current.file.name() + ":" + line;
    String before = includedAt.putIfAbsent(name, here);
    if (before != null && generation.repeatedInclusionRefused()) {
      throw mark.failure(
          "repeated-source",
          "\"" + name + "\" is included a second time",
          "the first time was at " + before);
    }
    current = new Buffer(open(name, mark), current);
  }

  private void refuseRecursion(String name, Mark mark) {
    StringBuilder path = new StringBuilder();
    for (Buffer buffer = current; buffer != null; buffer = buffer.includer) {
      path.append(path.isEmpty() ? "" : ", which is included from ").append(buffer.file.name());
      if (buffer.file.name().equals(name)) {
        throw mark.failure(
            "recursive-source", "\"" + name + "\" includes itself", "this line is in " + path);
      }
    }
  }

  private SourceFile open(String name, @Nullable Mark mark) {
    byte[] bytes;
    try {
      bytes = reader.read(name);
    } catch (IOException e) {
      throw failure(
          mark, name, "unreadable-source", "cannot read \"" + name + "\": " + Reason.of(e), null);
    }
    if (bytes == null) {
      String hint =
          mark == null
              ? "give the top of a kernel tree with --tree"
              : "file names are relative to the top of the tree";
      throw failure(mark, name, "missing-source", "there is no file \"" + name + "\"", hint);
    }
    SourceFile file = new SourceFile(name, bytes);
    refuseLongLines(file);
    files.put(name, file);
    return file;
  }

  private static KconfigException failure(
      @Nullable Mark mark, String name, String check, String message, @Nullable String hint) {
    return mark != null
        ? mark.failure(check, message, hint)
        : new KconfigException(Diagnostic.ofFile(name, check, message, hint));
  }

  private static void refuseLongLines(SourceFile file) {
    byte[] bytes = file.bytes();
    if (bytes.length <= LONGEST_LINE) {
      return;
    }
    int start = 0;
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        start = i + 1;
        line++;
      } else if (i - start >= LONGEST_LINE) {
        String excerpt = ByteText.of(bytes, start, 80);
        throw new KconfigException(
            new Diagnostic(
                file.name(),
                line,
                1,
                "line-too-long",
                "the line is longer than 1 MiB",
                excerpt,
                "is this a Kconfig file?"));
      }
    }
  }
}
