package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Packages that were unpacked once, each in a folder named after its content. */
final class PackageCache {
  private static final int CHUNK = 1 << 20;

  private final Path folder;

  PackageCache(Path folder) {
    this.folder = folder;
  }

  /** The folder with the package's files; it is there as a whole or not at all. */
  Path unpacked(Bytes deb) throws IOException {
    Path place = folder.resolve("package-" + digest(deb));
    if (Files.isDirectory(place)) {
      return place;
    }
    Files.createDirectories(folder);
    Path beside = Files.createTempDirectory(folder, "unpacking-");
    try {
      Unpacking.unpack(deb, beside);
      move(beside, place);
    } finally {
      delete(beside);
    }
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

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
