package dev.unprobed.prove.driver;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Source files in memory. */
public record Texts(Map<String, String> texts) implements SourceFiles {
  @Override
  public @Nullable String text(String name) {
    return texts.get(name);
  }

  @Override
  public Map<String, SortedSet<String>> mentioning(Set<String> words) {
    Map<String, SortedSet<String>> found = new HashMap<>();
    for (String word : words) {
      Pattern pattern = Pattern.compile("\\b" + word + "\\b");
      texts.forEach((name, text) -> {
        if (pattern.matcher(text).find()) {
          found.computeIfAbsent(word, key -> new TreeSet<>()).add(name);
        }
      });
    }
    return found;
  }
}
