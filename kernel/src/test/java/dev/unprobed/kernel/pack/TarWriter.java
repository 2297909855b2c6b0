package dev.unprobed.kernel.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes archives that tar would not. */
final class TarWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  TarWriter file(String name, String content) {
    return entry(name, '0', content.getBytes(StandardCharsets.UTF_8));
  }

  TarWriter entry(String name, char type, byte[] content) {
    return header(name, type, content.length, "").content(content);
  }

  TarWriter link(String name, char type, String target) {
    return header(name, type, 0, target);
  }

  TarWriter header(String name, char type, long size, String target) {
    ByteBuffer header = ByteBuffer.allocate(512);
    header
        .put(0, ascii(name))
        .put(100, ascii("0000644\0"))
        .put(124, ascii("%011o ".formatted(size)));
    header.put(148, ascii("        ")).put(156, (byte) type).put(157, ascii(target));
    header.put(257, ascii("ustar\00000"));
    int sum = 0;
    for (byte one : header.array()) {
      sum += one & 0xff;
    }
    header.put(148, ascii("%06o\0 ".formatted(sum)));
    out.writeBytes(header.array());
    return this;
  }

  private TarWriter content(byte[] content) {
    out.writeBytes(content);
    out.writeBytes(new byte[-content.length & 511]);
    return this;
  }

  byte[] tar() {
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  /** In a package, not packed. */
  byte[] deb() {
    return deb(tar());
  }

  static byte[] deb(byte[] tar) {
    var deb = new ByteArrayOutputStream();
    deb.writeBytes(ascii("!<arch>\n"));
    member(deb, "debian-binary", ascii("2.0\n"));
    member(deb, "control.tar", new byte[1024]);
    member(deb, "data.tar", tar);
    return deb.toByteArray();
  }

  private static void member(ByteArrayOutputStream deb, String name, byte[] content) {
    deb.writeBytes(
        ascii("%-16s%-12d%-6d%-6d%-8s%-10d`\n".formatted(name, 0, 0, 0, "100644", content.length)));
    deb.writeBytes(content);
    deb.writeBytes(new byte[content.length & 1]);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
