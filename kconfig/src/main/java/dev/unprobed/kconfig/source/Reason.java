package dev.unprobed.kconfig.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be used, in words. */
public final class Reason {
  private Reason() {}

  /** A few words without the name of the file, such as {@code permission denied}. */
  public static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "there is no such file or directory";
      case NotDirectoryException _ -> "it is not a directory";
      case FileSystemException f when f.getReason() != null -> lowered(f.getReason());
      default -> lowered(String.valueOf(failure.getMessage()));
    };
  }

  private static String lowered(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
