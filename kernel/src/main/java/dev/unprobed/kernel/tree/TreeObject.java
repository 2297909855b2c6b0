package dev.unprobed.kernel.tree;

import dev.unprobed.kernel.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An object of a build tree.
 *
 * @param path from the root of the tree, such as drivers/clk/clk.o; of a member of an ordinary
 *     archive lib/lib.a(sort.o)
 * @param made where the compiler put it: there is its command, even when it is in an archive now
 * @param file that it is in
 * @param offset where it starts there; 0 when it is the whole file
 * @param size in bytes; -1 when it is the whole file
 */
public record TreeObject(String path, Path made, Path file, long offset, long size) {
  static TreeObject of(Path root, Path file) {
    return new TreeObject(relative(root, file), file, file, 0, -1);
  }

  static String relative(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Its bytes. */
  public Bytes open() throws IOException {
    Bytes whole = Bytes.of(file);
    return size < 0 ? whole : whole.slice(offset, size);
  }
}
