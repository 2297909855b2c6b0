package dev.unprobed.bench.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What kbuild puts into the environment of {@code conf}, for one tree and one architecture.
 *
 * @param variables all of the environment; nothing else is to be inherited
 * @param digest of the variables and of the tools that they name
 */
public record Environment(SortedMap<String, String> variables, String digest) {

  private static final String[] INHERITED = {"PATH", "HOME", "RUSTUP_HOME", "CARGO_HOME"};

  /**
   * The environment of a conf that belongs to the tree.
   *
   * @param compiler the C compiler, if it is not to be the architecture's own
   */
  public static Environment of(KernelTree tree, Arch arch, Optional<String> compiler)
      throws IOException {
    Toolchain tools = compiler.map(Toolchain::new).orElseGet(() -> Toolchain.of(arch));
    SortedMap<String, String> variables = new TreeMap<>(tools.variables());
    variables.put("srctree", tree.folder().toString());
    variables.put("ARCH", arch.arch());
    variables.put("SRCARCH", arch.folder());
    variables.put("KERNELVERSION", tree.version());
    variables.put("CLANG_FLAGS", "");
    variables.put("LC_ALL", "C");
    variables.putAll(arch.variables());
    variables.putAll(versions(tree, tools));
    for (String name : INHERITED) {
      Optional.ofNullable(System.getenv(name)).ifPresent(value -> variables.put(name, value));
    }
    return new Environment(variables, digest(tree, tools, variables));
  }

  /** These variables with others added or changed. */
  public SortedMap<String, String> with(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(variables);
    all.putAll(more);
    return all;
  }

  public String compiler() {
    return variables.getOrDefault("CC", "");
  }

  /** The texts that the top Makefile reads off the tools, for those trees that want them. */
  private static Map<String, String> versions(KernelTree tree, Toolchain tools) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("CC_VERSION_TEXT", ask(tree, "LC_ALL=C " + tools.cc() + " --version | head -n 1"));
    if (tree.exports("RUSTC_VERSION_TEXT")) {
      texts.put("RUSTC_VERSION_TEXT", ask(tree, "rustc --version"));
    }
    if (tree.exports("PAHOLE_VERSION")) {
      texts.put("PAHOLE_VERSION", ask(tree, "sh scripts/pahole-version.sh pahole"));
    }
    return texts;
  }

  private static String ask(KernelTree tree, String script) throws IOException {
    Path folder = tree.folder();
    return Command.output(folder, "sh", "-c", "{ " + script + "; } 2>/dev/null || :")
        .strip()
        .replace("#", "");
  }

  private static String digest(KernelTree tree, Toolchain tools, Map<String, String> variables)
      throws IOException {
    return new Digest()
        .add("tree", tree.digest())
        .add("variables", variables)
        .add("tools", tools.identity())
        .text();
  }
}
