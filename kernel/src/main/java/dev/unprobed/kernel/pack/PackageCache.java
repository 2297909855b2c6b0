package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Packages that were unpacked once, each in a folder named after its content and after the version
 * of what we keep of one.
 */
final class PackageCache {
  /** Changes with what {@link Unpacking} writes. */
  private static final String FORMAT = "1";

  private static final int CHUNK = 1 << 20;

  private final Path folder;

  PackageCache(Path folder) {
    this.folder = folder;
  }

  /** The folder with the package's files; it is there as a whole or not at all. */
  Path unpacked(Bytes deb) throws IOException {
    Path place = folder.resolve("package-" + FORMAT + "-" + digest(deb));
    if (Files.isDirectory(place)) {
      CacheRoom.used(place);
      return place;
    }
    Files.createDirectories(folder);
    Path beside = Files.createTempDirectory(folder, "unpacking-");
    try {
      Unpacking.unpack(deb, beside);
      move(beside, place);
    } finally {
      CacheRoom.delete(beside);
    }
    new CacheRoom(folder, Instant.now()).tidy();
    return place;
  }

  /** Somebody else may have been faster. */
  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      if (!Files.isDirectory(to)) {
        throw e;
      }
    }
  }

  private static String digest(Bytes bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (long at = 0; at < bytes.size(); at += CHUNK) {
        digest.update(bytes.copy(at, Math.min(CHUNK, bytes.size() - at)));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
