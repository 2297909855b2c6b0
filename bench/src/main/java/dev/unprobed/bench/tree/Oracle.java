package dev.unprobed.bench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A tree's own {@code conf}, built outside of the tree from {@code scripts/kconfig} as kbuild
 * builds it.
 *
 * @param program the executable file
 * @param digest of the executable
 */
public record Oracle(Path program, String digest) {

  private static final Pattern OTHER_PROGRAMS = Pattern.compile("(m|n|g|q|mn)conf.*|images\\.c");

  /** Builds it into the user's cache, once for each state of its sources. */
  public static Oracle of(KernelTree tree) throws IOException {
    Path place = Cache.folder("oracle").resolve("conf-" + tree.name() + "-" + sources(tree));
    if (!Files.exists(place)) {
      Cache.fill(place, folder -> build(tree, folder));
    }
    Path program = place.resolve("conf");
    return new Oracle(program, new Digest().addFile("conf", program).text());
  }

  /** Runs it with stdin closed. The last argument is the tree's Kconfig file. */
  public Answer run(List<String> arguments, Map<String, String> environment, Path folder)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(arguments);
    return new Command(words, environment, folder).run();
  }

  private static String sources(KernelTree tree) throws IOException {
    Digest digest = new Digest();
    for (String folder : List.of("scripts/kconfig", "scripts/include")) {
      for (Path file : tree.list(folder)) {
        if (file.toString().matches(".*\\.[chly]")) {
          digest.addFile(String.valueOf(file.getFileName()), file);
        }
      }
    }
    return digest.text();
  }

  private static void build(KernelTree tree, Path folder) throws IOException {
    String kconfig = tree.folder().resolve("scripts/kconfig").toString();
    Command.output(
        folder,
        "bison",
        "-o",
        "parser.tab.c",
        "--defines=parser.tab.h",
        "-t",
        "-l",
        kconfig + "/parser.y");
    Command.output(folder, "flex", "-olexer.lex.c", "-L", kconfig + "/lexer.l");
    List<String> gcc = new ArrayList<>(List.of("gcc", "-O2", "-fomit-frame-pointer"));
    gcc.addAll(List.of("-std=gnu11", "-I.", "-I" + kconfig));
    gcc.add("-I" + tree.folder().resolve("scripts/include"));
    gcc.addAll(List.of("-o", "conf", "parser.tab.c", "lexer.lex.c"));
    gcc.addAll(programSources(tree));
    Command.output(folder, gcc.toArray(String[]::new));
  }

  private static List<String> programSources(KernelTree tree) throws IOException {
    return tree.list("scripts/kconfig").stream()
        .filter(file -> file.toString().endsWith(".c"))
        .filter(file -> !OTHER_PROGRAMS.matcher(String.valueOf(file.getFileName())).matches())
        .map(Path::toString)
        .toList();
  }
}
