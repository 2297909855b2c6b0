package dev.unprobed.app;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the definitions of symbols in files of the tree that its architecture does not read. */
final class Elsewhere extends SimpleFileVisitor<Path> {
  /** Folders whose Kconfig files belong to no kernel. */
  private static final Set<String> FOREIGN = Set.of(".git", "Documentation", "scripts/kconfig");

  private static final Pattern DEFINITION =
      Pattern.compile("\\s*(?:menu)?config\\s+(\\w+)\\s*(?:#.*)?");

  private final Path tree;
  private final Set<String> read;
  private final Map<String, List<Location>> found = new HashMap<>();

  private Elsewhere(Path tree, Set<String> names, Set<String> read) {
    this.tree = tree;
    this.read = read;
    names.forEach(name -> found.put(name, new ArrayList<>()));
  }

  /**
   * The places by the names of the symbols, in the order of the files.
   *
   * @param names of the symbols
   * @param read the files that were read, relative to the tree
   */
  static Map<String, List<Location>> definitions(Path tree, Set<String> names, Set<String> read) {
    Elsewhere search = new Elsewhere(tree, names, read);
    try {
      Files.walkFileTree(tree, search);
    } catch (IOException _) {
      // What could not be read has nothing to say; this is only a hint.
    }
    Comparator<Location> order =
        Comparator.comparing(Location::file).thenComparingInt(Location::line);
    search.found.values().forEach(places -> places.sort(order));
    return search.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean foreign = FOREIGN.contains(tree.relativize(folder).toString());
    return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = ByteText.encode(tree.relativize(file).toString());
    boolean kconfig = file.getFileName().toString().startsWith("Kconfig");
    if (kconfig && attributes.isRegularFile() && !read.contains(name)) {
      search(name, Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    }
    return FileVisitResult.CONTINUE;
  }

  private void search(String name, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = DEFINITION.matcher(lines.get(i));
      List<Location> places = matcher.matches() ? found.get(matcher.group(1)) : null;
      if (places != null) {
        places.add(new Location(name, i + 1));
      }
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }
}
