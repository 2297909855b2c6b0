package dev.unprobed.app.merge;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins fragments in the order in which they are added. As in merge_config.sh a symbol that a
 * fragment names loses all earlier lines that name it before an equals sign or a space, even
 * comments. Use once.
 */
public final class Merging {
  private final Pattern assignment;
  private final Pattern mention;
  private final Set<MergedLine> lines = new LinkedHashSet<>();
  private final Map<String, List<MergedLine>> mentions = new HashMap<>();
  private final Map<String, Request> requests = new HashMap<>();
  private final List<Redefinition> redefinitions = new ArrayList<>();

  /**
   * @param prefix of symbol names, usually {@code CONFIG_}
   */
  public Merging(String prefix) {
    String name = Pattern.quote(prefix) + "[a-zA-Z0-9_]*";
    assignment = Pattern.compile("(" + name + ")=(.*)|# (" + name + ") is not set");
    mention = Pattern.compile("\\b" + name + "(?=[ =])");
  }

  /**
   * Adds a fragment, whose lines win over earlier ones.
   *
   * @param base whether it is only what the others build on
   */
  public Merging add(String name, byte[] content, boolean base) {
    List<MergedLine> added = lines(name, content, base);
    Set<String> named = new HashSet<>();
    for (MergedLine line : added) {
      Matcher matcher = assignment.matcher(line.text());
      if (matcher.matches()) {
        String symbol = matcher.group(1) != null ? matcher.group(1) : matcher.group(3);
        String value = matcher.group(1) != null ? matcher.group(2) : "n";
        redefine(new Request(symbol, value, line));
        named.add(symbol);
      }
    }
    named.forEach(this::drop);
    added.forEach(this::keep);
    return this;
  }

  private static List<MergedLine> lines(String name, byte[] content, boolean base) {
    List<MergedLine> lines = new ArrayList<>();
    String[] texts = ByteText.of(content).split("\n", -1);
    int count = texts[texts.length - 1].isEmpty() ? texts.length - 1 : texts.length;
    for (int i = 0; i < count; i++) {
      lines.add(new MergedLine(texts[i], new Location(name, i + 1), base));
    }
    return lines;
  }

  private void redefine(Request request) {
    Request before = requests.put(request.name(), request);
    if (before != null && !before.value().equals(request.value())) {
      redefinitions.add(new Redefinition(before, request));
    }
  }

  private void drop(String symbol) {
    List<MergedLine> named = mentions.remove(symbol);
    if (named != null) {
      named.forEach(lines::remove);
    }
  }

  private void keep(MergedLine line) {
    lines.add(line);
    Matcher matcher = mention.matcher(line.text());
    while (matcher.find()) {
      mentions.computeIfAbsent(matcher.group(), key -> new ArrayList<>(1)).add(line);
    }
  }

  /** What came of it. */
  public Merged merged() {
    return new Merged(List.copyOf(lines), List.copyOf(redefinitions));
  }
}
