package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads what each of several commands printed into one stream, with a mark behind each. */
final class MarkedStream {
  /** Who prints this much more than is wanted will not be waited for. */
  private static final int PATIENCE = 1 << 20;

  private final InputStream stream;
  private final byte[] mark;
  private final int wanted;
  private byte[] buffer = new byte[1 << 13];
  private int filled;
  private boolean ended;
  private boolean endless;

  /**
   * Reads {@code stream}.
   *
   * @param wanted how many bytes of a text matter
   */
  MarkedStream(InputStream stream, String mark, int wanted) {
    this.stream = stream;
    this.mark = ByteText.bytes(mark);
    this.wanted = wanted;
  }

  /** The text up to the next mark, at least its wanted part. */
  String read() {
    filled = 0;
    long skipped = 0;
    int end = -1;
    while (end < 0 && !ended && !endless) {
      int before = filled;
      fill();
      end = markIndex(before - mark.length);
      if (end < 0 && filled - mark.length > wanted) {
        skipped += forgetSurplus();
        endless = skipped > PATIENCE;
      }
    }
    return ByteText.of(buffer, 0, Math.min(wanted, end < 0 ? filled : end));
  }

  /** Whether the stream has ended. */
  boolean isEnded() {
    return ended;
  }

  /** Whether reading was given up. */
  boolean isEndless() {
    return endless;
  }

  /** Whether something was printed that no one waits for. */
  boolean hasSurplus() {
    try {
      return stream.available() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  private void fill() {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, filled * 2);
    }
    try {
      int read = stream.read(buffer, filled, buffer.length - filled);
      filled += Math.max(read, 0);
      ended = read < 0;
    } catch (IOException e) {
      ended = true;
    }
  }

  /** Where the mark begins; what a command left behind in the background may print after it. */
  private int markIndex(int from) {
    for (int start = Math.max(0, from); start <= filled - mark.length; start++) {
      if (Arrays.equals(buffer, start, start + mark.length, mark, 0, mark.length)) {
        return start;
      }
    }
    return -1;
  }

  /** Keeps what is wanted and the last bytes, in which a mark may have begun. */
  private int forgetSurplus() {
    int surplus = filled - mark.length - wanted;
    System.arraycopy(buffer, filled - mark.length, buffer, wanted, mark.length);
    filled -= surplus;
    return surplus;
  }
}
