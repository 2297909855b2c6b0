package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.tree.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * A word of the files, kept once: its text, whether it is a keyword, and the symbol of that name
 * once it is known.
 */
final class Word {
  final String text;

  /** The text again, to be compared with files at the speed of memory. */
  final byte[] bytes;

  final Token token;
  final int hash;
  @Nullable Symbol symbol;

  Word(String text, byte[] bytes, Token token, int hash) {
    this.text = text;
    this.bytes = bytes;
    this.token = token;
    this.hash = hash;
  }
}
