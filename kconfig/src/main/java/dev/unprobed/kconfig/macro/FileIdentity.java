package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a file is still the one that it was, without reading it: inode, size, time of
 * change, permissions.
 */
final class FileIdentity {
  static final String ABSENT = "-";
  static final String DIRECTORY = "/";

  private FileIdentity() {}

  /** The identity of what is at {@code path}; a directory is as good as another. */
  static String of(String path) {
    PosixFileAttributes attributes = attributes(path);
    if (attributes == null) {
      return ABSENT;
    }
    return attributes.isDirectory() ? DIRECTORY : describe(attributes);
  }

  /** The identity of a directory: another one when a file in it was made, renamed or removed. */
  static String ofList(String path) {
    PosixFileAttributes attributes = attributes(path);
    return attributes == null ? ABSENT : describe(attributes);
  }

  /** Whether there is a file at {@code path} that can be run. */
  static boolean isProgram(String path) {
    PosixFileAttributes attributes = attributes(path);
    return attributes != null
        && attributes.isRegularFile()
        && attributes.permissions().contains(PosixFilePermission.OTHERS_EXECUTE);
  }

  /** The path of a folder without links and dots, absent when there is none. */
  static @Nullable String realFolder(String path) {
    try {
      return ByteText.encode(Path.of(ByteText.readable(path)).toRealPath().toString());
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private static String describe(PosixFileAttributes attributes) {
    long changed = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    return inode(attributes)
        + ' '
        + attributes.size()
        + ' '
        + changed
        + ' '
        + PosixFilePermissions.toString(attributes.permissions());
  }

  /** Without the device, which may have another number after the next boot. */
  private static String inode(PosixFileAttributes attributes) {
    String key = String.valueOf(attributes.fileKey());
    return key.substring(key.indexOf("ino=") + 1);
  }

  /** What cannot be named or looked at is absent for us, as it is for the commands that we run. */
  private static @Nullable PosixFileAttributes attributes(String path) {
    try {
      Path file = Path.of(ByteText.readable(path));
      return file.getFileSystem()
          .provider()
          .readAttributesIfExists(file, PosixFileAttributes.class);
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }
}
