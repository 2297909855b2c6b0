package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.parse.SourceReader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files by the names that conf uses: relative to the work directory and, for reading, else to the
 * source tree.
 *
 * @param workDirectory where relative names begin
 * @param sourceTree where else to look for files that are to be read; absent for none
 */
public record WorkFiles(Path workDirectory, @Nullable Path sourceTree) implements SourceReader {

  @Override
  public List<String> matching(String pattern) throws IOException {
    return new FilePattern(workDirectory).matches(pattern);
  }

  /** The content of a file, absent when there is none. */
  @Override
  public byte @Nullable [] read(String name) throws IOException {
    if (name.isEmpty()) {
      return null;
    }
    byte[] bytes = readIfThere(in(workDirectory, name));
    if (bytes == null && sourceTree != null && !name.startsWith("/")) {
      bytes = readIfThere(in(sourceTree, name));
    }
    return bytes;
  }

  /** A name of a file, of which C sees what is before a NUL. */
  private static Path in(Path directory, String name) throws IOException {
    int nul = name.indexOf('\0');
    try {
      return directory.resolve(ByteText.readable(nul < 0 ? name : name.substring(0, nul)));
    } catch (InvalidPathException e) {
      throw new FileSystemException(
          name, null, "its name has letters that this locale does not; set LC_ALL=C.UTF-8");
    }
  }

  private Path place(String name) throws IOException {
    Path path = in(workDirectory, name);
    if (path.getFileName() == null) {
      throw new FileSystemException(name, null, "that is no name of a file");
    }
    return path;
  }

  private static byte @Nullable [] readIfThere(Path path) throws IOException {
    // Most files are looked for in two places, and an exception costs more than the question.
    if (!Files.exists(path)) {
      return null;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return readAll(path, channel);
    } catch (NoSuchFileException _) {
      return null;
    } catch (IOException e) {
      throw Files.isDirectory(path)
          ? new FileSystemException(path.toString(), null, "it is a directory")
          : e;
    }
  }

  private static byte[] readAll(Path path, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size == 0 || size > Integer.MAX_VALUE - 16) {
      return Files.readAllBytes(path);
    }
    java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate((int) size);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
    return buffer.hasRemaining()
        ? Arrays.copyOf(buffer.array(), buffer.position())
        : buffer.array();
  }

  public boolean exists(String name) {
    return Files.exists(path(name));
  }

  public boolean isDirectory(String name) {
    return Files.isDirectory(path(name));
  }

  /** Where a file to be written goes. */
  public Path path(String name) {
    try {
      return in(workDirectory, name);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** Whether a file has just this content. */
  public boolean holds(String name, byte[] content) {
    try {
      Path path = path(name);
      return Files.size(path) == content.length && Arrays.equals(Files.readAllBytes(path), content);
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Makes a file appear with this content, whole or not at all; its directory is made too.
   *
   * @throws KconfigException when that is not possible; the old file is still there then
   */
  public void write(String name, byte[] content) {
    write(name, content, null);
  }

  /** As {@link #write(String, byte[])}, and keeps the old file under another name. */
  public void write(String name, byte[] content, @Nullable String backup) {
    try {
      NewFile.write(place(name), content, backup == null ? null : place(backup));
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** Replaces the content of a file that may be a link, which stays one. */
  public void overwrite(String name, byte[] content) {
    try {
      Path target = place(name);
      Path real = Files.exists(target) ? target.toRealPath() : target;
      NewFile.write(real, content, null);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** Makes an empty file, or an existing one empty. */
  public void touch(String name) {
    try {
      Files.write(place(name), new byte[0]);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  private static KconfigException unwritable(String name, IOException e) {
    String hint = "nothing was changed; is the directory writable, and is there space left?";
    return new KconfigException(
        Diagnostic.ofFile(name, "unwritable", "cannot write the file: " + Reason.of(e), hint));
  }
}
