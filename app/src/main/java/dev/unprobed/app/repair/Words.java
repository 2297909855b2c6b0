package dev.unprobed.app.repair;

import dev.unprobed.kconfig.source.ByteText;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for words in files, of which a kernel has more than a gigabyte. */
final class Words {
  private final Set<String> words;
  private final Set<Integer> hashes;

  /**
   * @param words identifiers
   */
  Words(Set<String> words) {
    this.words = words;
    this.hashes = words.stream().map(String::hashCode).collect(Collectors.toSet());
  }

  /** Those that a file has. */
  Set<String> in(byte[] bytes) {
    Set<String> found = new HashSet<>();
    int begin = 0;
    int hash = 0;
    for (int i = 0; i <= bytes.length; i++) {
      byte b = i < bytes.length ? bytes[i] : 0;
      if (part(b)) {
        // The hash of a string, so that only a word that may be wanted becomes one.
        hash = 31 * hash + b;
      } else {
        if (i > begin && hashes.contains(hash)) {
          String word = ByteText.of(bytes, begin, i - begin);
          if (words.contains(word)) {
            found.add(word);
          }
        }
        begin = i + 1;
        hash = 0;
      }
    }
    return found;
  }

  private static boolean part(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
  }
}
