package dev.unprobed.app.repair;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A source tree with some files changed: folders on the way to these are copied, everything else is
 * a link into the original. To be closed at the end, which deletes it.
 */
public final class TreeCopy implements AutoCloseable {
  private final Path folder;

  private TreeCopy(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the copy in the system's folder for temporary files.
   *
   * @param texts new contents by names relative to the tree, both byte strings
   */
  public static TreeCopy of(Path tree, Map<String, String> texts) throws IOException {
    TreeCopy copy = new TreeCopy(Files.createTempDirectory("unprobed-tree-"));
    try {
      copy.fill(tree.toAbsolutePath(), "", texts);
      return copy;
    } catch (IOException e) {
      copy.close();
      throw e;
    }
  }

  /** Its top folder. */
  public Path folder() {
    return folder;
  }

  private void fill(Path tree, String prefix, Map<String, String> texts) throws IOException {
    try (Stream<Path> entries = Files.list(tree.resolve(ByteText.readable(prefix)))) {
      for (Path entry : entries.toList()) {
        String name = prefix + ByteText.encode(String.valueOf(entry.getFileName()));
        Path target = folder.resolve(ByteText.readable(name));
        String text = texts.get(name);
        if (text != null) {
          Files.write(target, ByteText.bytes(text));
        } else if (texts.keySet().stream().anyMatch(file -> file.startsWith(name + "/"))) {
          Files.createDirectory(target);
          fill(tree, name + "/", texts);
        } else {
          Files.createSymbolicLink(target, entry);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      delete(folder);
    } catch (IOException _) {
      // It is in the system's folder for such files, which is emptied now and then.
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      List<Path> inside;
      try (Stream<Path> entries = Files.list(path)) {
        inside = entries.toList();
      }
      for (Path entry : inside) {
        delete(entry);
      }
    }
    Files.delete(path);
  }
}
