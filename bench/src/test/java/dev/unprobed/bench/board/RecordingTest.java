package dev.unprobed.bench.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A console as init leaves it. */
final class RecordingTest {

  private static final String TEXT = "@@ final/deferred\nsoc:rtc\tno clock\n".repeat(9);

  private static String block() throws IOException, NoSuchAlgorithmException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(TEXT.getBytes(UTF_8));
    }
    byte[] archive = out.toByteArray();
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(archive);
    String base64 = Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(archive);
    String lines = base64.replace("\n", "\r\n@u ");
    return "@unprobed begin %s\r\n@u %s\r\n@unprobed end\r\n"
        .formatted(HexFormat.of().formatHex(sum), lines);
  }

  @Test
  void theTextIsWhatWasSent() throws Exception {
    assertThat(Recording.text("[    0.0] Booting\r\n" + block())).contains(TEXT);
  }

  @Test
  void aDamagedBlockIsPassedOver() throws Exception {
    String damaged = block().replaceFirst("@u (....)", "@u $1[ 25.1] usb: a message\r\n@u ");
    assertThat(Recording.text(damaged)).isEmpty();
    assertThat(Recording.text(damaged + block())).contains(TEXT);
  }

  @Test
  void theKernelsLogWillDoForAConsole() throws Exception {
    String log = block().replaceAll("(?m)^@", "[   25.100317] @");
    assertThat(Recording.text(log)).contains(TEXT);
    assertThat(Recording.rest(log)).doesNotContain("@u ");
  }

  @Test
  void whatIsCutOffIsNoText() throws Exception {
    String block = block();
    for (int end = 0; end < block.lastIndexOf("@unprobed end"); end += 7) {
      assertThat(Recording.text(block.substring(0, end))).isEmpty();
    }
  }

  @Test
  void theRestIsTheConsoleOfTheKernel() throws Exception {
    String rest = Recording.rest("Booting\r\n" + block() + "reboot: Power down\r\n");
    assertThat(rest).startsWith("Booting\n").endsWith("Power down\n").doesNotContain("@u ");
  }
}
