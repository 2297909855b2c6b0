package dev.unprobed.app.report.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** There is no kernel source to be had this way; the message says why, without a full stop. */
final class Unavailable extends Exception {
  Unavailable(String message) {
    super(message);
  }

  /** The reason, which is never absent. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /** What an exception says to people; that of a file is often only the file's name. */
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied for " + denied.getFile();
      case FileSystemException file when file.getReason() != null ->
          file.getFile() + ": " + file.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
