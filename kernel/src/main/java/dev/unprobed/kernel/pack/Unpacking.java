package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes those files of a package that say something about the kernel into a new folder. Only
 * regular files are written, by names that lead nowhere else; links, devices and all else are left
 * out. What a package holds is bounded.
 */
final class Unpacking {
  private static final Pattern WANTED =
      Pattern.compile(
          "(vmlinu|zImage|Image|config-|System\\.map|modules\\.).*|.*\\.ko(\\.(xz|zst|gz))?|.*\\.dtbo?"
              + "|config");
  private static final long MOST_BYTES = 4L << 30;
  private static final int MOST_FILES = 200_000;
  private static final int LONGEST_PART = 255;

  private final String path;
  private final Path folder;
  private final byte[] buffer = new byte[1 << 16];
  private long bytes;
  private int files;

  private Unpacking(String path, Path folder) {
    this.path = path;
    this.folder = folder;
  }

  /** Into a folder that is there and empty. */
  static void unpack(Bytes deb, Path folder) throws IOException {
    try {
      new Unpacking(deb.path(), folder).unpack(DebFile.data(deb));
    } catch (MalformedInput e) {
      throw e;
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw deb.malformed(0, "corrupt-package", "cannot unpack the package: " + e.getMessage());
    }
  }

  private void unpack(TarInput tar) throws IOException {
    for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
      Path place = place(entry.get().name());
      count(entry.get().size());
      Path name = place.getFileName();
      if (entry.get().isFile() && name != null && WANTED.matcher(name.toString()).matches()) {
        write(tar, place);
      }
    }
  }

  private void count(long size) {
    files++;
    bytes += size;
    if (files > MOST_FILES || bytes > MOST_BYTES) {
      throw malformed("too-large", "the package holds " + files + " files, " + bytes + " bytes");
    }
  }

  /** Where a name leads; one that leads out of the folder is refused. */
  private Path place(String name) {
    if (name.startsWith("/")) {
      throw malformed("absolute-name", "a file in it has the absolute name " + shown(name));
    }
    Path place = folder;
    for (String part : name.split("/", -1)) {
      if (part.equals("..") || part.length() > LONGEST_PART) {
        throw malformed("path-traversal", "a file in it has the name " + shown(name));
      }
      place = part.isEmpty() || part.equals(".") ? place : place.resolve(legal(part, name));
    }
    return place;
  }

  private String legal(String part, String name) {
    try {
      return Optional.of(Path.of(part)).map(Path::toString).orElseThrow();
    } catch (InvalidPathException e) {
      throw malformed("bad-name", "a file in it has the name " + shown(name));
    }
  }

  private void write(TarInput tar, Path place) throws IOException {
    try {
      Files.createDirectories(Optional.ofNullable(place.getParent()).orElse(folder));
      try (OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
        for (int count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
          put(out, count, place);
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw malformed("duplicate-name", "it holds " + folder.relativize(place) + " twice");
    }
  }

  /** What keeps us from writing is not the package's fault, and is told apart from it. */
  private void put(OutputStream out, int count, Path place) throws FileSystemException {
    try {
      out.write(buffer, 0, count);
    } catch (IOException e) {
      throw new FileSystemException(place.toString(), null, e.getMessage());
    }
  }

  private static String shown(String name) {
    return name.length() > 200 ? name.substring(0, 200) + "…" : name;
  }

  private MalformedInput malformed(String check, String message) {
    return new MalformedInput(path, -1, check, message, "it was not unpacked");
  }
}
