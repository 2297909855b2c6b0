package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.tree.BuildTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Uses of built-in units that no built-in object shows: by the linker script, and by modules. */
final class Outside {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Outside() {}

  /** Every word of the linker script; those that are no symbol's name do no harm. */
  static void addScript(BuildTree tree, Uses uses, String user) throws IOException {
    Path architectures = tree.root().resolve("arch");
    if (!Files.isDirectory(architectures)) {
      return;
    }
    try (Stream<Path> folders = Files.list(architectures)) {
      for (Path folder : folders.sorted().toList()) {
        Path script = folder.resolve("kernel/vmlinux.lds");
        if (Files.isRegularFile(script)) {
          Matcher words = NAME.matcher(Files.readString(script, StandardCharsets.ISO_8859_1));
          while (words.find()) {
            uses.add(user, words.group(), "vmlinux.lds");
          }
        }
      }
    }
  }

  /** What the modules of the tree and those below a folder need of others. */
  static void addModules(BuildTree tree, List<Path> folders, Uses uses, String user)
      throws IOException {
    List<Path> files = new ArrayList<>();
    tree.modules().forEach(m -> m.objects().forEach(o -> files.add(o.file())));
    for (Path folder : folders) {
      try (Stream<Path> found = Files.walk(folder)) {
        found.filter(f -> f.toString().endsWith(".ko")).sorted().forEach(files::add);
      }
    }
    for (Path file : files) {
      SymbolTable symbols = ElfFile.read(Bytes.of(file)).symbols();
      for (int i = 1; i < symbols.count(); i++) {
        if (symbols.isUndefined(i) && symbols.binding(i) != Elf.STB_LOCAL) {
          uses.add(user, symbols.name(i), file.getFileName().toString());
        }
      }
    }
  }
}
