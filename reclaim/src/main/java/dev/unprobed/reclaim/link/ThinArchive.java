package dev.unprobed.reclaim.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A thin archive as GNU ar writes it without a table of symbols ({@code ar cDPrST}): names of files
 * from its own folder, in order. The kernel is linked from the whole of it, so nothing is looked
 * up.
 */
final class ThinArchive {
  /**
   * A file that it names.
   *
   * @param path from the archive's folder
   * @param size in bytes
   */
  record Member(String path, long size) {}

  private ThinArchive() {}

  static byte[] of(List<Member> members) {
    StringBuilder names = new StringBuilder();
    StringBuilder headers = new StringBuilder();
    for (Member member : members) {
      // Deterministic, as with D: no time, no owner, mode 644.
      headers.append(header("/" + names.length(), "0", "0", "0", "644", member.size()));
      names.append(member.path()).append("/\n");
    }
    if (names.length() % 2 != 0) {
      names.append('\n');
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, "!<thin>\n");
    put(out, header("//", "", "", "", "", names.length()));
    put(out, names.toString());
    put(out, headers.toString());
    return out.toByteArray();
  }

  private static String header(
      String name, String time, String owner, String group, String mode, long size) {
    return "%-16s%-12s%-6s%-6s%-8s%-10d`\n".formatted(name, time, owner, group, mode, size);
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
