package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the symbols that somebody may have meant by a name that is none. */
final class Similar {
  private static final int MOST = 5;
  private static final int UNLIKE = 1000;

  private final String name;
  private final String[] words;

  private Similar(String name) {
    this.name = name;
    this.words = sortedWords(name);
  }

  private record Candidate(String name, int distance) {}

  /** The nearest defined symbols, the nearest first; empty when none is near. */
  static List<String> to(String name, MenuTree tree) {
    Similar similar = new Similar(name);
    return tree.symbols().stream()
        .filter(symbol -> symbol.defined() && !symbol.choice())
        .map(Symbol::displayName)
        .filter(other -> !other.equals(name))
        .map(other -> new Candidate(other, similar.distance(other)))
        .filter(candidate -> candidate.distance < UNLIKE)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  private int distance(String other) {
    if (Arrays.equals(words, sortedWords(other))) {
      return 1;
    }
    int allowed = Math.max(1, name.length() / 5);
    if (Math.abs(other.length() - name.length()) <= allowed) {
      int edits = edits(other);
      if (edits <= allowed) {
        return edits;
      }
    }
    boolean part =
        name.length() > 3 && (other.startsWith(name + "_") || other.endsWith("_" + name));
    return part ? 10 + other.length() - name.length() : UNLIKE;
  }

  private static String[] sortedWords(String name) {
    String[] words = name.split("_", -1);
    Arrays.sort(words);
    return words;
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  private int edits(String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= name.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = last[j - 1] + (name.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && swapped(other, i, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }

  private boolean swapped(String other, int i, int j) {
    return name.charAt(i - 1) == other.charAt(j - 2) && name.charAt(i - 2) == other.charAt(j - 1);
  }
}
