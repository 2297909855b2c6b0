package dev.unprobed.kconfig.macro;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What stands behind a program that is only the front of others. It is asked once, and as long as
 * the program is the same the answer is too, so it goes to the cache like any other.
 */
final class Toolchains {
  /** Begins the commands that we ask on our own behalf. */
  static final String QUESTION = ": behind; ";

  private static final List<String> LIBRARY_FILES =
      List.of("crt1.o", "libc.so", "libc.a", "plugin");

  /** Answers a question that depends on the given subjects. */
  interface Inquiry {
    String ask(String question, Set<String> subjects);
  }

  private final World world;
  private final Inquiry inquiry;
  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  Toolchains(World world, Inquiry inquiry) {
    this.world = world;
    this.inquiry = inquiry;
  }

  /**
   * What the answers of the program at {@code path}, called {@code name}, depend on besides itself.
   */
  Set<String> behind(String name, String path) {
    if (Habits.isCompiler(name)) {
      return known.computeIfAbsent(path, this::behindCompiler);
    }
    if (Habits.isPython(name)) {
      return known.computeIfAbsent(path, this::behindPython);
    }
    return Habits.isRust(name) ? known.computeIfAbsent(path, this::behindRust) : Set.of();
  }

  /**
   * Its passes, assembler and linker, and the C library: what can be linked depends on its headers
   * and objects.
   */
  private Set<String> behindCompiler(String path) {
    String driver = Coprocess.quoted(path);
    StringBuilder question = new StringBuilder("exec 2>/dev/null");
    for (String pass : List.of("as", "ld", "cc1", "collect2")) {
      question.append("; ").append(driver).append(" -print-prog-name=").append(pass);
    }
    String answer =
        ask(path, question.append("; ").append(driver).append(" -print-search-dirs").toString());
    Set<String> subjects = new LinkedHashSet<>();
    for (String word : answer.split("[ :=]+", -1)) {
      if (word.endsWith("/")) {
        addLibraries(word, subjects);
      } else if (word.startsWith("/")) {
        subjects.add(Subject.file(word));
      } else if (!word.isEmpty()) {
        addProgram(word, subjects);
      }
    }
    return subjects;
  }

  /** A compiler names each folder of libraries in several ways, and more that are not there. */
  private static void addLibraries(String folder, Set<String> subjects) {
    String real = FileIdentity.realFolder(folder);
    if (real != null) {
      LIBRARY_FILES.forEach(file -> subjects.add(Subject.file(real + "/" + file)));
    }
  }

  private void addProgram(String name, Set<String> subjects) {
    String program = Subject.program(name);
    subjects.add(program);
    String path = world.state(program);
    if (!path.equals(FileIdentity.ABSENT)) {
      subjects.add(Subject.file(path));
    }
  }

  /** The folders from which it takes modules. */
  private Set<String> behindPython(String path) {
    String question = Coprocess.quoted(path) + " -c 'import sys; print(\" \".join(sys.path))'";
    return subjects(ask(path, question), Subject::list);
  }

  /** The library of the toolchain in use, and the files by which rustup chooses it. */
  private Set<String> behindRust(String path) {
    Set<String> subjects = new LinkedHashSet<>();
    subjects.add(Subject.file(world.absolute("rust-toolchain")));
    subjects.add(Subject.file(world.absolute("rust-toolchain.toml")));
    String rustup =
        Coprocess.quoted(path)
            + " --print sysroot; echo \"${RUSTUP_HOME:-$HOME/.rustup}/settings.toml\"";
    subjects.addAll(subjects(ask(path, rustup), Subject::file));
    subjects.addAll(
        subjects(
            ask(path, Coprocess.quoted(path) + " --print sysroot"),
            root -> Subject.file(root + "/lib/rustlib/src/rust/library")));
    return subjects;
  }

  private String ask(String path, String question) {
    return inquiry.ask(QUESTION + question, Set.of(Subject.file(path)));
  }

  private static Set<String> subjects(String paths, Function<String, String> subject) {
    Set<String> subjects = new LinkedHashSet<>();
    for (String path : paths.split(" +", -1)) {
      if (path.startsWith("/")) {
        subjects.add(subject.apply(path));
      }
    }
    return subjects;
  }
}
