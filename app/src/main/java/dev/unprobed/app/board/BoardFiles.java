package dev.unprobed.app.board;

import dev.unprobed.board.Board;
import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.devicetree.DeviceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Device trees that the user names: files, and folders with all that lies below them. */
public final class BoardFiles {
  /** A device tree of a real board has 20 to 300 KiB. */
  private static final long LARGEST = 64 << 20;

  private BoardFiles() {}

  /** A file that is to be read as a board's, and what to call it. */
  public record BoardFile(String name, Path file) {}

  /**
   * The files behind some names, in their order; those of a folder are sorted and named from the
   * folder on.
   *
   * @throws MalformedInput for a name with nothing behind it
   */
  public static List<BoardFile> find(List<Path> names) {
    List<BoardFile> files = new ArrayList<>();
    for (Path name : names) {
      if (Files.isDirectory(name)) {
        files.addAll(below(name));
      } else if (Files.exists(name)) {
        files.add(new BoardFile(name.toString(), name));
      } else {
        throw wrong(name, "no-such-file", "there is no such device tree", null);
      }
    }
    return files;
  }

  private static List<BoardFile> below(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<BoardFile> files =
          paths
              .filter(path -> path.toString().endsWith(".dtb"))
              .sorted()
              .map(path -> new BoardFile(folder.relativize(path).toString(), path))
              .toList();
      if (files.isEmpty()) {
        throw wrong(folder, "no-device-tree", "there is no .dtb file below this folder", null);
      }
      return files;
    } catch (IOException e) {
      throw wrong(folder, "unreadable", "cannot be read: " + e.getMessage(), null);
    }
  }

  /** Reads a board, with overlays laid over it. */
  public static Board read(BoardFile file, List<DeviceTree> overlays) {
    Board plain = Board.of(tree(file.file()), overlays.toArray(DeviceTree[]::new));
    return new Board(file.name(), plain.tree());
  }

  /** Reads one blob. */
  public static DeviceTree tree(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw wrong(
            file, "too-large", "is larger than any device tree", "give a .dtb file, not an image");
      }
      return DeviceTree.read(Bytes.of(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
      throw wrong(file, "unreadable", "cannot be read: " + reason, null);
    }
  }

  private static MalformedInput wrong(
      Path path, String check, String message, @Nullable String hint) {
    return new MalformedInput(path.toString(), -1, check, message, hint);
  }
}
