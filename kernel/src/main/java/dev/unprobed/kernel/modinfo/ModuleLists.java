package dev.unprobed.kernel.modinfo;

import dev.unprobed.kernel.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text files of /lib/modules/RELEASE, except the .bin ones. */
public final class ModuleLists {
  /** An entry of modules.alias: a pattern of fnmatch(3), and who answers to it. */
  public record Alias(String pattern, String module) {}

  private static final Pattern ENDING = Pattern.compile("\\.k?o(\\.(gz|xz|zst))?$");

  private ModuleLists() {}

  /**
   * An installed modules.order, or any modules.builtin: paths of modules, one a line, in link
   * order, such as kernel/drivers/x.ko; what comes back is drivers/x. What is not below kernel/
   * keeps its whole path.
   */
  public static List<String> installed(Bytes file) {
    return lines(file).map(ModuleLists::path).toList();
  }

  /**
   * A build tree's modules.order: paths of modules, one a line, such as drivers/x.ko (drivers/x.o
   * since 6.4); what comes back is drivers/x.
   */
  public static List<String> built(Bytes file) {
    return lines(file).map(ModuleLists::stem).toList();
  }

  /**
   * modules.dep: what each module needs, itself not among it; paths as {@link #installed} tells
   * them.
   */
  public static Map<String, List<String>> depends(Bytes file) {
    Map<String, List<String>> depends = new LinkedHashMap<>();
    lines(file)
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon < 0) {
            throw file.malformed(
                offset(file, line), "bad-modules-dep", "expected a colon in: " + line);
          }
          List<String> needed = words(line.substring(colon + 1)).map(ModuleLists::path).toList();
          depends.put(path(line.substring(0, colon)), needed);
        });
    return depends;
  }

  /** modules.alias, in order. */
  public static List<Alias> aliases(Bytes file) {
    return lines(file)
        .map(line -> words(line).toList())
        .filter(words -> words.size() == 3 && words.getFirst().equals("alias"))
        .map(words -> new Alias(words.get(1), words.get(2)))
        .toList();
  }

  /** The name of a module from its path: what the kernel calls it. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replace('-', '_').replace(',', '_');
  }

  private static String path(String line) {
    return stem(line.startsWith("kernel/") ? line.substring("kernel/".length()) : line);
  }

  private static String stem(String path) {
    return ENDING.matcher(path).replaceFirst("");
  }

  /** Of the first line like it: what is wrong with a later one is wrong with that one too. */
  private static long offset(Bytes file, String line) {
    String text = new String(file.copy(), StandardCharsets.UTF_8);
    int at = Math.max(0, text.indexOf(line));
    return text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty());
  }

  private static Stream<String> lines(Bytes file) {
    return new String(file.copy(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"));
  }
}
