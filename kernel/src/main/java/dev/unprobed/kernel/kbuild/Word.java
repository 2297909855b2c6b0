package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A word of a list that is there under a condition. */
record Word(Condition guard, String text) {
  Word under(Condition condition) {
    return new Word(condition.and(guard), text);
  }

  Word as(String other) {
    return new Word(guard, other);
  }

  /** The words of a text, at spaces; a space that is there only sometimes counts always. */
  static List<Word> split(List<Piece> pieces) {
    List<Word> words = new ArrayList<>();
    List<Piece> word = new ArrayList<>();
    for (Piece piece : pieces) {
      String text = piece.text();
      int start = 0;
      for (int i = 0; i < text.length(); i++) {
        if (Character.isWhitespace(text.charAt(i))) {
          add(word, piece.guard(), text, start, i);
          end(word, words);
          start = i + 1;
        }
      }
      add(word, piece.guard(), text, start, text.length());
    }
    end(word, words);
    return words;
  }

  private static void add(List<Piece> word, Condition guard, String text, int from, int to) {
    if (from < to) {
      word.add(new Piece(guard, text.substring(from, to)));
    }
  }

  private static void end(List<Piece> word, List<Word> words) {
    if (word.size() == 1) {
      words.add(new Word(word.getFirst().guard(), word.getFirst().text()));
    } else if (!word.isEmpty()) {
      for (Map.Entry<String, Condition> way : Ways.of(word).entrySet()) {
        if (!way.getKey().isEmpty()) {
          words.add(new Word(way.getValue(), way.getKey()));
        }
      }
    }
    word.clear();
  }

  /**
   * The text of a list, with spaces between words. There is none between words that are never there
   * together: they may be what one word can be, and then more text may follow at once.
   */
  static List<Piece> join(List<Word> words) {
    List<Piece> pieces = new ArrayList<>();
    List<Condition> unspaced = new ArrayList<>();
    for (Word word : words) {
      boolean alone =
          unspaced.stream().allMatch(g -> g.and(word.guard()).equals(Condition.never()));
      if (!alone) {
        pieces.add(new Piece(Condition.always(), " "));
        unspaced.clear();
      }
      unspaced.add(word.guard());
      pieces.add(new Piece(word.guard(), word.text()));
    }
    return pieces;
  }
}
