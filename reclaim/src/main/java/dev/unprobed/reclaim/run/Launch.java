package dev.unprobed.reclaim.run;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;

/** Starts programs that the user has, or has not. */
final class Launch {
  private Launch() {}

  /**
   * Starts one.
   *
   * @throws MalformedInput when it is not there
   */
  static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new MalformedInput(
          builder.command().getFirst(),
          -1,
          "no-program",
          "this program cannot be started",
          "on Debian: apt install qemu-system-arm gcc-aarch64-linux-gnu");
    }
  }
}
