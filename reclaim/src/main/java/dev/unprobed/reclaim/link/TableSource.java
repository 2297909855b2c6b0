package dev.unprobed.reclaim.link;

import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Feed;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.layout.Layout;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of units as assembly, for the kernel's drivers/base/unprobed.h. It comes first in the
 * link, so in each region its label for a rank lies before what the unit has there. All its
 * pointers are relative, so that none has to be relocated at boot, and all labels are local, so
 * that none is in kallsyms.
 */
final class TableSource {
  private static final int WHILE_BOUND = 0x8000;

  private final List<Candidate> units;
  private final List<Maker> makers;
  private final long apart;
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Map<String, Integer> lists = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  private TableSource(List<Candidate> units, List<Maker> makers, long apart) {
    this.units = units;
    this.makers = makers;
    this.apart = apart;
  }

  /**
   * The source.
   *
   * @param layout its units by rank
   * @param makers that are no candidates, in the order of their table
   */
  static String of(Layout layout, List<Maker> makers) {
    return new TableSource(layout.units(), makers, layout.apart()).source();
  }

  private String source() {
    for (Candidate unit : units) {
      ranks.put(unit.unit().path(), ranks.size());
    }
    makers.forEach(maker -> ranks.put(maker.unit(), ranks.size()));
    for (int rank = 0; rank <= units.size(); rank++) {
      labels(rank);
    }
    for (int i = 0; i < makers.size(); i++) {
      label("inits", "\"a\",%progbits", makerRank(i));
    }
    units();
    makers();
    names();
    return text.toString();
  }

  /** A list of a maker's drivers has the rank after all units. */
  private int makerRank(int maker) {
    return Maker.rank(units.size(), maker);
  }

  private void labels(int rank) {
    start("text", "\"ax\",%progbits", rank);
    start("rodata", "\"a\",%progbits", rank);
    start("data", "\"aw\",%progbits", rank);
    start("bss", "\"aw\",%nobits", rank);
    label("exits", "\"a\",%progbits", rank);
    label("inits", "\"a\",%progbits", rank);
  }

  private void start(String region, String flags, int rank) {
    section(region, flags, rank);
    if (apart > 1) {
      line("\t.balign " + apart);
    }
    line(".L%s%d:".formatted(region, rank));
  }

  private void section(String kind, String flags, int rank) {
    line("\t.section %s,%s".formatted(SectionNames.name(kind, rank), flags));
  }

  private void label(String kind, String flags, int rank) {
    section(kind, flags, rank);
    line(".L%s%d:".formatted(kind, rank));
  }

  private void units() {
    line("\t.section .unprobed.units,\"a\",%progbits");
    line("\t.balign 4");
    for (int rank = 0; rank < units.size(); rank++) {
      Candidate unit = units.get(rank);
      entry(rank, list(links(unit)), list(declares(unit)));
    }
    entry(units.size(), list("\t.balign 2\n\t.hword 0, 0"), list("\t.byte 0"));
  }

  private void entry(int rank, int links, int declares) {
    line("\t.long .Lname%d - .".formatted(rank));
    for (Region region : Region.values()) {
      line("\t.long .L%s%d - .".formatted(region.lowerCaseName(), rank));
    }
    line("\t.long .Lexits%d - .".formatted(rank));
    line("\t.long .Linits%d - .".formatted(rank));
    line("\t.long .Lmodname%d - .".formatted(rank));
    line("\t.long .Llist%d - .".formatted(links));
    line("\t.long .Llist%d - .".formatted(declares));
  }

  private void makers() {
    line("\t.section .unprobed.makers,\"a\",%progbits");
    line("\t.balign 4");
    for (int i = 0; i < makers.size(); i++) {
      line("\t.long .Lmaker%d - .".formatted(i));
      line("\t.long %d".formatted(makers.get(i).drivers()));
      line("\t.long .Linits%d - .".formatted(makerRank(i)));
    }
  }

  private void names() {
    line("\t.section .unprobed.names,\"a\",%progbits");
    // Lists of 16-bit numbers first; they are aligned.
    lists.forEach((list, number) -> line(list.replaceFirst("@", ".Llist" + number + ":")));
    for (int rank = 0; rank <= units.size(); rank++) {
      boolean isEnd = rank == units.size();
      line(".Lname%d:\t.asciz \"%s\"".formatted(rank, isEnd ? "" : units.get(rank).unit().path()));
      line(
          ".Lmodname%d:\t.asciz \"%s\""
              .formatted(rank, isEnd ? "" : units.get(rank).unit().name()));
    }
    for (int i = 0; i < makers.size(); i++) {
      line(".Lmaker%d:\t.asciz \"%s\"".formatted(i, makers.get(i).unit()));
    }
  }

  /** Equal lists are one. */
  private int list(String lines) {
    String body = lines.startsWith("\t.balign") ? lines.replaceFirst("\n", "\n@\n") : "@\n" + lines;
    return lists.computeIfAbsent(body, b -> lists.size());
  }

  private String links(Candidate unit) {
    List<Integer> users =
        unit.users().stream().filter(ranks::containsKey).map(ranks::get).sorted().toList();
    List<Integer> feeds =
        unit.feeds().stream()
            .filter(f -> ranks.containsKey(f.maker()))
            .map(this::feed)
            .distinct()
            .sorted()
            .toList();
    StringBuilder list = new StringBuilder("\t.balign 2\n\t.hword ").append(users.size());
    users.forEach(user -> list.append(", ").append(user));
    list.append("\n\t.hword ").append(feeds.size());
    feeds.forEach(feed -> list.append(", ").append(feed));
    return list.toString();
  }

  private int feed(Feed feed) {
    int rank = ranks.getOrDefault(feed.maker(), 0);
    return feed.whileBound() ? rank | WHILE_BOUND : rank;
  }

  private static String declares(Candidate unit) {
    StringBuilder list = new StringBuilder();
    unit.declares().forEach(c -> list.append("\t.asciz \"").append(c).append("\"\n"));
    return list.append("\t.byte 0").toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
