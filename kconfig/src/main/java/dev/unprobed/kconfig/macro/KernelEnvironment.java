package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The environment that a kernel's top Makefile gives to conf: the architecture, the tools, the
 * versions that Kconfig files print. Kernel 6.1 to 7.1; where a tree differs, its own Makefile
 * decides.
 */
public final class KernelEnvironment {
  private final Map<String, String> variables = new TreeMap<>();
  private final Path tree;
  private final KernelMakefile makefile;
  private final Shell shell;

  private KernelEnvironment(Path tree, Map<String, String> process, Shell shell) {
    this.tree = tree;
    this.makefile = KernelMakefile.of(tree);
    this.shell = shell;
    variables.putAll(process);
  }

  /**
   * The whole environment of conf: that of this process, and what the Makefile adds. What the
   * process has set already wins, as it does when make itself calls us; only {@code arch} and
   * {@code cc} win over that. The versions of tools come from the user's macro cache as long as
   * these are the same.
   *
   * @param tree the kernel tree, as its name shall appear in commands
   * @param arch as in {@code make ARCH=}
   * @param cc the compiler, as in {@code make CC=}; when absent, that of the process or {@code
   *     $(CROSS_COMPILE)gcc}
   * @param process the environment of this process, byte strings
   */
  public static Map<String, String> of(
      Path tree, String arch, @Nullable String cc, Map<String, String> process) {
    try (SystemShell system = new SystemShell(Path.of(""), process)) {
      CachingShell shell = CachingShell.open(MacroCache.standard(process), system, "versions");
      Map<String, String> environment = of(tree, arch, cc, process, shell);
      shell.save();
      return environment;
    }
  }

  /**
   * The same, with a shell that is asked for the versions of tools, and runs in the environment of
   * the process.
   */
  public static Map<String, String> of(
      Path tree, String arch, @Nullable String cc, Map<String, String> process, Shell shell) {
    KernelEnvironment environment = new KernelEnvironment(tree, process, shell);
    environment.addTree(arch);
    environment.addTools(cc);
    environment.addVersions();
    return Map.copyOf(environment.variables);
  }

  /** The architecture of this machine, as in {@code make ARCH=}. */
  public static String machineArchitecture() {
    return Architecture.ofMachine();
  }

  private void addTree(String arch) {
    if (!arch.equals(variables.get("ARCH"))) {
      variables.remove("SRCARCH");
    }
    variables.put("ARCH", arch);
    add("SRCARCH", Architecture.sourceFolder(arch));
    add("UTS_MACHINE", arch);
    add("srctree", ByteText.encode(tree.toString()));
    add("objtree", ".");
    if (arch.equals("um")) {
      add("SUBARCH", Architecture.ofMachine());
      add("HEADER_ARCH", Architecture.headers(value("SUBARCH")));
    }
    if (!variables.containsKey("MAKELEVEL")) {
      variables.remove("LC_ALL");
      variables.put("LC_COLLATE", "C");
      variables.put("LC_NUMERIC", "C");
    }
  }

  private void addTools(@Nullable String cc) {
    if (cc != null) {
      variables.put("CC", cc);
    }
    Toolset tools = Toolset.of(variables);
    tools.names().forEach(this::add);
    add("CPP", value("CC") + " -E");
    add("RUSTC", "rustc");
    add("BINDGEN", "bindgen");
    add("PAHOLE", "pahole");
    add("AWK", "awk");
    add("PERL", "perl");
    add("PYTHON3", "python3");
    add("CONFIG_SHELL", "sh");
    add("BASH", "bash");
  }

  private void addVersions() {
    makefile.numbers().forEach(this::add);
    add("KERNELVERSION", makefile.version());
    addAnswer("CC_VERSION_TEXT", "LC_ALL=C " + value("CC") + " --version 2>/dev/null | head -n 1");
    if (makefile.sets("RUSTC_VERSION_TEXT")) {
      addAnswer("RUSTC_VERSION_TEXT", value("RUSTC") + " --version 2>/dev/null");
    }
    if (makefile.sets("PAHOLE_VERSION")) {
      addAnswer(
          "PAHOLE_VERSION", value("srctree") + "/scripts/pahole-version.sh " + value("PAHOLE"));
    }
    if (makefile.exports("RUSTC_BOOTSTRAP")) {
      add("RUSTC_BOOTSTRAP", "1");
    }
    if (value("CC_VERSION_TEXT").contains("clang")) {
      add("CLANG_FLAGS", new ClangFlags(tree, variables).text());
    }
  }

  private void add(String name, String value) {
    variables.putIfAbsent(name, value);
  }

  private String value(String name) {
    return variables.getOrDefault(name, "");
  }

  /** The Makefile takes the number sign out, which would start a comment there. */
  private void addAnswer(String name, String command) {
    if (!variables.containsKey(name)) {
      variables.put(name, shell.run(command).replace("#", ""));
    }
  }
}
