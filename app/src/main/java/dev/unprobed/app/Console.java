package dev.unprobed.app;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Standard output and error as bytes, which is what conf's texts are. */
final class Console implements Messages {
  private final OutputStream out;
  private final OutputStream err;

  Console(OutputStream out, OutputStream err) {
    this.out = out;
    this.err = err;
  }

  /** Those of this process. */
  static Console ofProcess() {
    return new Console(System.out, System.err);
  }

  @Override
  public void out(String text) {
    write(out, text);
  }

  @Override
  public void err(String text) {
    write(err, text);
  }

  /** Readable text and a line end on standard output. */
  void say(String text) {
    out(ByteText.encode(text + "\n"));
  }

  /** Readable text and a line end on standard error. */
  void remark(String text) {
    err(ByteText.encode(text + "\n"));
  }

  private static void write(OutputStream to, String text) {
    try {
      to.write(ByteText.bytes(text));
      to.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
