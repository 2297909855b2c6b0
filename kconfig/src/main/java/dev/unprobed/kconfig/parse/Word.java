package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.tree.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * A word of the files, kept once: its text, whether it is a keyword, and the symbol of that name
 * once it is known.
 */
final class Word {
  final String text;
  final Token token;
  final int hash;
  @Nullable Symbol symbol;

  Word(String text, Token token, int hash) {
    this.text = text;
    this.token = token;
    this.hash = hash;
  }
}
