package dev.unprobed.app.reclaim;

import dev.unprobed.app.reclaim.Itemised.Part;
import dev.unprobed.app.reclaim.Plan.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What becomes of un-probed bytes, for people and for programs. */
final class ItemisedText {
  private static final String ROW = "  %-56s %7s %14s%n";

  private ItemisedText() {}

  /** Lines, indented. */
  static String of(Itemised items) {
    StringBuilder text = new StringBuilder();
    part("un-probed, as the ledger has it", items.unprobed(), text);
    part("may be un-probed, which files do not tell", items.possible(), text);
    long beyond = items.given() - items.unprobed().given() - items.possible().given();
    text.append(row("given back beyond: libraries, padding", "", beyond));
    text.append(row("given back", "", items.given()));
    return text.toString();
  }

  private static void part(String name, Part part, StringBuilder text) {
    text.append(row(name, "%,d".formatted(part.all().units()), part.all().bytes()));
    part.items()
        .forEach((fate, amount) -> text.append(row("  " + fate, units(amount), amount.bytes())));
    if (part.given() > 0) {
      text.append(
          String.format(
              Locale.ROOT, ROW, "  of it given back", "", "%.1f %%".formatted(part.share())));
    }
  }

  private static String units(Amount amount) {
    return amount.units() == 0 ? "" : "%,d".formatted(amount.units());
  }

  private static String row(String name, String units, long bytes) {
    return String.format(Locale.ROOT, ROW, name, units, "%,d".formatted(bytes));
  }

  /** The same for programs: a map for each part. */
  static List<Map<String, Object>> list(Itemised items) {
    return List.of(map("unprobed", items.unprobed()), map("possible", items.possible()));
  }

  private static Map<String, Object> map(String name, Part part) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("part", name);
    map.put("units", part.all().units());
    map.put("bytes", part.all().bytes());
    map.put("items", part.items().entrySet().stream().map(ItemisedText::item).toList());
    return map;
  }

  private static Map<String, Object> item(Map.Entry<String, Amount> item) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("what", item.getKey());
    map.put("units", item.getValue().units());
    map.put("bytes", item.getValue().bytes());
    return map;
  }
}
