package dev.unprobed.kernel.compress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a stream to its end, but never more than was allowed. */
final class Bounded {
  private static final int CHUNK = 1 << 20;

  private Bounded() {}

  static byte[] readAll(InputStream in, long limit) throws IOException {
    List<byte[]> chunks = new ArrayList<>();
    long total = 0;
    byte[] chunk = in.readNBytes(CHUNK);
    while (chunk.length > 0) {
      total += chunk.length;
      if (total > limit) {
        throw new TooLarge();
      }
      chunks.add(chunk);
      chunk = chunk.length < CHUNK ? new byte[0] : in.readNBytes(CHUNK);
    }
    return join(chunks, Math.toIntExact(total));
  }

  private static byte[] join(List<byte[]> chunks, int total) {
    if (chunks.size() == 1) {
      return chunks.getFirst();
    }
    byte[] all = new byte[total];
    int at = 0;
    for (byte[] chunk : chunks) {
      System.arraycopy(chunk, 0, all, at, chunk.length);
      at += chunk.length;
    }
    return all;
  }
}
