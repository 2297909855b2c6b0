package dev.unprobed.kernel.devicetree;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.devicetree.DeviceTree.Reservation;

/** Writes a tree as dtc does: a value is text, cells or bytes by what it looks like. */
final class SourcePrinter {
  private static final String ESCAPED = "\u0007\b\t\n\u000b\f\r\\\"";
  private static final String LETTERS = "abtnvfr\\\"";

  private final StringBuilder out = new StringBuilder();

  private SourcePrinter() {}

  static String print(DeviceTree tree) {
    SourcePrinter printer = new SourcePrinter();
    printer.out.append("/dts-v1/;\n\n");
    for (Reservation r : tree.reservations()) {
      printer.out.append(
          "/memreserve/\t0x%016x 0x%016x;%n".formatted(r.address(), r.size()).replace("\r", ""));
    }
    printer.node(tree.root(), "/", 0);
    return printer.out.toString();
  }

  private void node(Node node, String name, int depth) {
    indent(depth);
    out.append(name).append(" {\n");
    for (Property property : node.properties()) {
      property(property, depth + 1);
    }
    for (Node child : node.children()) {
      out.append('\n');
      node(child, child.name(), depth + 1);
    }
    indent(depth);
    out.append("};\n");
  }

  private void property(Property property, int depth) {
    indent(depth);
    out.append(property.name());
    if (property.size() > 0) {
      out.append(" = ");
      value(property);
    }
    out.append(";\n");
  }

  private void value(Property property) {
    byte[] bytes = property.value().copy();
    if (isText(bytes)) {
      text(bytes);
    } else if (bytes.length % 4 == 0) {
      cells(property.value());
    } else {
      bytes(bytes);
    }
  }

  /** Printable, ending with NUL, and not mostly NULs. */
  private static boolean isText(byte[] bytes) {
    int nuls = 0;
    for (byte b : bytes) {
      if (b == 0) {
        nuls++;
      } else if ((b < ' ' || b > '~') && ESCAPED.indexOf(b) < 0) {
        return false;
      }
    }
    return bytes[bytes.length - 1] == 0 && nuls <= bytes.length - nuls;
  }

  private void text(byte[] bytes) {
    out.append('"');
    for (int i = 0; i < bytes.length - 1; i++) {
      int escape = bytes[i] == 0 ? -1 : ESCAPED.indexOf(bytes[i]);
      if (bytes[i] == 0) {
        out.append("\\0");
      } else if (escape >= 0) {
        out.append('\\').append(LETTERS.charAt(escape));
      } else {
        out.append((char) bytes[i]);
      }
    }
    out.append('"');
  }

  private void cells(Bytes value) {
    out.append('<');
    for (long at = 0; at < value.size(); at += 4) {
      out.append(at == 0 ? "" : " ").append("0x%02x".formatted(value.s32(at)));
    }
    out.append('>');
  }

  private void bytes(byte[] bytes) {
    out.append('[');
    for (int i = 0; i < bytes.length; i++) {
      out.append(i == 0 ? "" : " ").append("%02x".formatted(bytes[i]));
    }
    out.append(']');
  }

  private void indent(int depth) {
    out.append("\t".repeat(depth));
  }
}
