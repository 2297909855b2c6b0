package dev.unprobed.app.diff;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Guesses which symbols that are gone live on under another name: by type and prompt. */
final class Renames {
  private Renames() {}

  static List<Differences.Rename> of(Collection<Pair> pairs) {
    Map<String, List<String>> gone = new HashMap<>();
    Map<String, List<String>> born = new HashMap<>();
    for (Pair pair : pairs) {
      String prompt = prompt(pair.any());
      // One word, such as "lz4", says too little.
      boolean candidate = !pair.onBothSides() && prompt.contains(" ") && !pair.any().choice();
      if (candidate) {
        String key = pair.any().type() + " " + prompt;
        (pair.b() == null ? gone : born)
            .computeIfAbsent(key, any -> new ArrayList<>())
            .add(pair.key());
      }
    }
    return renames(gone, born);
  }

  private static List<Differences.Rename> renames(
      Map<String, List<String>> gone, Map<String, List<String>> born) {
    List<Differences.Rename> renames = new ArrayList<>();
    gone.forEach((key, names) -> {
      List<String> others = born.getOrDefault(key, List.of());
      if (names.size() == 1 && others.size() == 1) {
        String prompt = key.substring(key.indexOf(' ') + 1);
        renames.add(
            new Differences.Rename(
                ByteText.readable(names.getFirst()),
                ByteText.readable(others.getFirst()),
                ByteText.readable(prompt)));
      }
    });
    renames.sort(java.util.Comparator.comparing(Differences.Rename::from));
    return renames;
  }

  static String prompt(Symbol symbol) {
    for (MenuNode node : symbol.definitions()) {
      if (node.prompt() != null) {
        return Objects.requireNonNull(node.prompt()).prompt();
      }
    }
    return "";
  }
}
