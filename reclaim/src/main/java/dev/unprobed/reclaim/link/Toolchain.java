package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.tree.BuildTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tools that a tree was built with, as the commands say that Kbuild leaves beside its files.
 *
 * @param prefix CROSS_COMPILE; empty for tools of the machine itself
 * @param compiler the words that run the compiler, the byte order and target among them
 */
record Toolchain(String prefix, List<String> compiler) {
  private static final Pattern ARCHIVER = Pattern.compile("(\\S*)ar [a-zA-Z]*S");
  private static final Pattern TARGET =
      Pattern.compile(" (-mlittle-endian|-mbig-endian|--target=\\S+)");

  static Toolchain of(BuildTree tree) throws IOException {
    Path archive = tree.root().resolve(".vmlinux.a.cmd");
    Matcher archiver = ARCHIVER.matcher(command(archive));
    String compile = command(tree.root().resolve("init/.main.o.cmd"));
    if (!archiver.find()) {
      throw broken(archive, "it does not name an archiver");
    }
    List<String> compiler = new ArrayList<>();
    compiler.add(compile.substring(0, Math.max(0, compile.indexOf(" -"))));
    Matcher target = TARGET.matcher(compile);
    while (target.find()) {
      compiler.add(target.group(1));
    }
    return new Toolchain(archiver.group(1), List.copyOf(compiler));
  }

  private static String command(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw broken(file, "it is missing: the kernel was not built to its end");
    }
    String line =
        Files.readString(file, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    return line.substring(line.indexOf(":=") + 2).strip();
  }

  private static MalformedInput broken(Path file, String message) {
    return new MalformedInput(
        file.toString(), -1, "unfinished-build", message, "run make in the build tree first");
  }
}
