package dev.unprobed.app.merge;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dotconfig.ConfigLines;
import dev.unprobed.kconfig.explain.Origins;
import dev.unprobed.kconfig.source.ByteText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All fragments in one.
 *
 * @param lines that count, in order
 * @param redefinitions in the order in which they were met
 */
public record Merged(List<MergedLine> lines, List<Redefinition> redefinitions) {
  /** The file that conf reads. */
  public byte[] content() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return ByteText.bytes(text.toString());
  }

  /** The last request for each symbol, in the order of the lines. */
  public Map<String, Request> requests(Generation generation, String prefix) {
    Map<String, Request> requests = new LinkedHashMap<>();
    new ConfigLines(generation, prefix)
        .forEach(
            content(),
            (line, name, value) -> {
              requests.remove(name);
              requests.put(name, new Request(name, value, lines.get(line - 1)));
            },
            (line, data) -> {});
    return requests;
  }

  /** The lines that are neither empty nor a comment and ask for nothing. */
  public List<MergedLine> ignored(Generation generation, String prefix) {
    List<MergedLine> ignored = new ArrayList<>();
    new ConfigLines(generation, prefix)
        .forEach(
            content(), (line, name, value) -> {}, (line, data) -> ignored.add(lines.get(line - 1)));
    return ignored;
  }

  /** Where the user's values come from. */
  public Origins origins(Generation generation, String prefix) {
    Map<String, Request> requests = requests(generation, prefix);
    return symbol -> {
      Request request = symbol.name() == null ? null : requests.get(symbol.name());
      return request == null ? null : request.at();
    };
  }
}
