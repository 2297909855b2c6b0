package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** A file that is being read, and where in it the lexer is. */
final class Buffer {
  final SourceFile file;
  final byte[] bytes;
  final @Nullable Buffer includer;
  int at;
  int line = 1;

  Buffer(SourceFile file, @Nullable Buffer includer) {
    this.file = file;
    this.bytes = file.bytes();
    this.includer = includer;
  }

  /** The byte at an offset as conf sees it, -1 at and after the end. */
  int byteAt(int offset) {
    return offset < bytes.length ? bytes[offset] & 0xff : -1;
  }

  /** Where the line that holds {@code offset} ends: at its newline or at the end of the file. */
  int endOfLine(int offset) {
    int end = offset;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /** The column of an offset, counted from 1. */
  int column(int offset) {
    int start = Math.min(offset, bytes.length);
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return offset - start + 1;
  }

  /** The text of the line that holds an offset. */
  String lineAt(int offset) {
    int start = Math.min(offset, bytes.length) - column(offset) + 1;
    return dev.unprobed.kconfig.source.ByteText.of(
        bytes, Math.max(start, 0), endOfLine(Math.max(start, 0)) - Math.max(start, 0));
  }
}
