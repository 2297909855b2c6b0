package dev.unprobed.bench.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What {@code bench/board/init} prints on a console, among whatever else is printed there. */
final class Recording {

  /** The line after which nothing of interest comes. */
  static final String END = "@unprobed done";

  private static final Pattern BLOCK =
      Pattern.compile(
          "@unprobed begin ([0-9a-f]{64})\n(.*?)@unprobed end", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LINE = Pattern.compile("^@u (\\S+)$", Pattern.MULTILINE);
  private static final int MOST_TEXT = 64 << 20;

  private Recording() {}

  /** The first text that has arrived whole; the script prints it twice. */
  static Optional<String> text(String console) throws IOException {
    Matcher block = BLOCK.matcher(plain(console));
    while (block.find()) {
      Optional<byte[]> archive = archive(block.group(2), block.group(1));
      if (archive.isPresent()) {
        return Optional.of(unpack(archive.get()));
      }
    }
    return Optional.empty();
  }

  /** The console without the recording. */
  static String rest(String console) {
    return plain(console).replaceAll("(?m)^@u .*\n", "");
  }

  /**
   * Where there is no console, what is printed goes through the kernel's log, which adds a time.
   */
  private static String plain(String console) {
    return console.replace("\r", "").replaceAll("(?m)^\\[ *[0-9.]+\\] @", "@");
  }

  private static Optional<byte[]> archive(String lines, String sum) {
    StringBuilder base64 = new StringBuilder();
    LINE.matcher(lines).results().forEach(line -> base64.append(line.group(1)));
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.toString());
      return sha256(bytes).equals(sum) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      // A message of the kernel is in the middle of a line.
      return Optional.empty();
    }
  }

  private static String unpack(byte[] archive) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      return new String(in.readNBytes(MOST_TEXT), UTF_8);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
