package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.source.ByteText;
import java.util.Arrays;

/** All words by their bytes: a hash table that is asked without making a string first. */
final class Words {
  private Word[] table = new Word[1 << 16];
  private int count;

  Words(Generation generation) {
    for (Token token : Token.values()) {
      String text = token.text();
      if (text != null && token.keywordOf(generation)) {
        addKeyword(text, token);
      }
    }
    if (generation.dashedHelp()) {
      addKeyword("---help---", Token.HELP);
    }
    if (generation.oldSpellings() || generation.has(Trait.KCONFIGLIB_LANGUAGE)) {
      addKeyword("boolean", Token.BOOL);
    }
    if (generation.oldSpellings()) {
      addKeyword("def_boolean", Token.DEF_BOOL);
      addKeyword("requires", Token.DEPENDS);
      addKeyword("enable", Token.SELECT);
    }
  }

  private void addKeyword(String text, Token token) {
    byte[] bytes = ByteText.bytes(text);
    add(new Word(text, bytes, token, hash(bytes, 0, bytes.length)));
  }

  static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    return hash;
  }

  /** The word that stands in {@code bytes}, whose {@link #hash} the caller has. */
  Word word(byte[] bytes, int from, int to, int hash) {
    for (int slot = slot(hash); table[slot] != null; slot = slot + 1 & table.length - 1) {
      Word word = table[slot];
      if (word.hash == hash && Arrays.equals(word.bytes, 0, word.bytes.length, bytes, from, to)) {
        return word;
      }
    }
    byte[] own = Arrays.copyOfRange(bytes, from, to);
    Word word = new Word(ByteText.of(own, 0, own.length), own, Token.WORD, hash);
    add(word);
    return word;
  }

  /** A word made of an expansion, or where no keyword can stand, which is never a keyword. */
  Word expanded(String text) {
    byte[] bytes = ByteText.bytes(text);
    Word word = word(bytes, 0, bytes.length, hash(bytes, 0, bytes.length));
    return word.token == Token.WORD ? word : new Word(text, bytes, Token.WORD, word.hash);
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & table.length - 1;
  }

  private void add(Word word) {
    if (++count * 2 > table.length) {
      grow();
    }
    int slot = slot(word.hash);
    while (table[slot] != null) {
      slot = slot + 1 & table.length - 1;
    }
    table[slot] = word;
  }

  private void grow() {
    Word[] old = table;
    table = new Word[old.length * 2];
    count = 1;
    for (Word word : old) {
      if (word != null) {
        add(word);
      }
    }
  }
}
