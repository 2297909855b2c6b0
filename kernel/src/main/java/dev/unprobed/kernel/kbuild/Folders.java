package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Evaluates the makefiles of folders as scripts/Makefile.build has them evaluated. */
final class Folders {
  private static final List<String> HELPERS =
      List.of("scripts/Kbuild.include", "scripts/Makefile.compiler");

  /** Lists that are emptied first, so that += to them expands at once. */
  private static final List<String> LISTS =
      List.of(
          "obj-y",
          "obj-m",
          "lib-y",
          "lib-m",
          "always-y",
          "always-m",
          "targets",
          "subdir-y",
          "subdir-m",
          "asflags-y",
          "ccflags-y",
          "rustflags-y",
          "cppflags-y",
          "ldflags-y",
          "subdir-asflags-y",
          "subdir-ccflags-y",
          "EXTRA_CFLAGS",
          "EXTRA_AFLAGS",
          "EXTRA_CPPFLAGS",
          "EXTRA_LDFLAGS");

  private final TreeFiles files;
  private final Function<String, List<Piece>> symbols;
  private final Map<String, Optional<Folder>> folders = new HashMap<>();
  private final Map<String, List<Piece>> inherited = new HashMap<>();
  private final Set<Remark> remarks = new LinkedHashSet<>();

  Folders(TreeFiles files, String arch, Function<String, List<Piece>> symbols) {
    this.files = files;
    this.symbols = symbols;
    inherit(top(arch));
  }

  Set<Remark> remarks() {
    return remarks;
  }

  /** What {@code make vmlinux modules} knows after the top makefile and the architecture's. */
  private Folder top(String arch) {
    Scope scope = new Scope();
    places(scope);
    scope.set("ARCH", arch);
    scope.set("SRCARCH", arch);
    scope.set("sub_make_done", "1");
    scope.set("MAKE_VERSION", "4.3");
    Interpreter interpreter = new Interpreter(scope, files, symbols);
    files.makefile("Makefile").ifPresent(interpreter::run);
    scope.export("SRCARCH");
    scope.export("ARCH");
    return new Folder("", scope, interpreter.expander());
  }

  private static void places(Scope scope) {
    scope.set("srctree", ".");
    scope.set("objtree", ".");
    scope.set("srcroot", ".");
    scope.set("abs_srctree", ".");
    scope.set("abs_objtree", ".");
    scope.set("CURDIR", ".");
  }

  private void inherit(Folder top) {
    for (String name : top.scope().exported()) {
      if (!name.startsWith("CONFIG_")) {
        inherited.put(name, List.copyOf(top.expander().value(name)));
      }
    }
    List<String> old = List.of("init-y", "core-y", "core-m", "drivers-y", "drivers-m", "net-y");
    List<Folder.Entry> entries = new ArrayList<>();
    for (String list : old) {
      entries.addAll(top.list(list));
    }
    entries.addAll(top.list("libs-y"));
    entries.addAll(top.list("virt-y"));
    topEntries = entries.stream().filter(entry -> entry.name().endsWith("/")).toList();
  }

  private List<Folder.Entry> topEntries = List.of();

  /** The folders that the top makefile itself lists, as it did before Linux 6.1. */
  List<Folder.Entry> topEntries() {
    return topEntries;
  }

  /** Empty when the folder has no makefile. */
  Optional<Folder> at(String path) {
    return folders.computeIfAbsent(path, this::evaluate);
  }

  private Optional<Folder> evaluate(String path) {
    Optional<List<Statement>> statements =
        files.makefile(path + "/Kbuild").or(() -> makefile(path));
    return statements.map(makefile -> evaluate(path, makefile));
  }

  /** The top has a makefile, but that one is another thing. */
  private Optional<List<Statement>> makefile(String path) {
    return path.isEmpty() || path.equals(".")
        ? files.makefile("Kbuild")
        : files.makefile(path + "/Makefile");
  }

  private Folder evaluate(String path, List<Statement> makefile) {
    Scope scope = new Scope();
    inherited.forEach((name, value) -> scope.put(name, Variable.of(Scope.BUILT_IN, value)));
    places(scope);
    String folder = path.isEmpty() ? "." : path;
    scope.set("obj", folder);
    scope.set("src", folder);
    LISTS.forEach(list -> scope.set(list, ""));
    Interpreter interpreter = new Interpreter(scope, files, symbols);
    HELPERS.forEach(helper -> files.makefile(helper).ifPresent(interpreter::run));
    interpreter.remarks().clear();
    interpreter.run(makefile);
    remarks.addAll(interpreter.remarks());
    return new Folder(path, scope, interpreter.expander());
  }
}
