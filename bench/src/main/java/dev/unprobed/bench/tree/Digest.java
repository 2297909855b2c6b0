package dev.unprobed.bench.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A SHA-256 over labelled parts; equal parts in equal order make an equal digest. */
public final class Digest {

  private static final int SHOWN = 32;

  private final MessageDigest sha256;

  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Digest add(String label, byte[] content) {
    sha256.update("%s %d\n".formatted(label, content.length).getBytes(UTF_8));
    sha256.update(content);
    return this;
  }

  public Digest add(String label, String content) {
    return add(label, content.getBytes(UTF_8));
  }

  public Digest add(String label, Map<String, String> entries) {
    add(label, Integer.toString(entries.size()));
    entries.forEach(this::add);
    return this;
  }

  public Digest addFile(String label, Path file) throws IOException {
    return add(label, Files.readAllBytes(file));
  }

  /** The first 32 hexadecimal digits. The digest cannot be added to afterwards. */
  public String text() {
    return HexFormat.of().formatHex(sha256.digest()).substring(0, SHOWN);
  }
}
