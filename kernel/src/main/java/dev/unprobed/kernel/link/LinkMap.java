package dev.unprobed.kernel.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The map that GNU ld writes with -Map, as CONFIG_VMLINUX_MAP=y has it in vmlinux.map.
 *
 * @param rows the sections of inputs that the output has, in the order of the map
 */
public record LinkMap(List<Row> rows) {
  private static final Pattern ROW =
      Pattern.compile(" (\\S+)? +0x([0-9a-f]{1,16}) +0x([0-9a-f]{1,16}) (\\S.*)");
  private static final Pattern ANY =
      Pattern.compile(" ?\\S* +0x([0-9a-f]{1,16}) +0x[0-9a-f]{1,16}(?: .*)?");
  private static final Pattern NAME = Pattern.compile(" ([^\\s*]\\S*)");
  private static final Pattern MEMBER = Pattern.compile(".*\\((.+)\\)");

  /**
   * A section of an input.
   *
   * @param address that it runs at
   * @param size in the output, in bytes
   * @param file from the root of the build tree; of a member of an archive, the member's
   */
  public record Row(String section, long address, long size, String file) {}

  /** What does not look like a row of the map is no row. */
  public static LinkMap parse(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    String name = "";
    boolean started = false;
    for (String line : lines) {
      started |= line.startsWith("Linker script and memory map");
      if (!started) {
        continue;
      }
      Matcher alone = NAME.matcher(line);
      if (alone.matches()) {
        name = alone.group(1);
        continue;
      }
      dropVoid(line, rows);
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        add(row, name, rows);
      }
      name = "";
    }
    return new LinkMap(List.copyOf(rows));
  }

  /** Puts the parts where the map has them. */
  void place(List<List<Part>> inputs) {
    Map<String, Deque<Row>> byName = new HashMap<>();
    for (Row row : rows) {
      if (row.size > 0 && row.address != 0) {
        byName.computeIfAbsent(row.file + " " + row.section, _ -> new ArrayDeque<>()).add(row);
      }
    }
    for (List<Part> parts : inputs) {
      for (Part part : parts) {
        place(part, byName.get(part.input.path() + " " + part.section.name()));
      }
    }
  }

  private static void place(Part part, @Nullable Deque<Row> rows) {
    if (!part.section.isAllocated()) {
      return;
    }
    if (part.section.size() == 0) {
      part.dropped = true;
      return;
    }
    Row row = rows == null ? null : rows.poll();
    part.dropped = row == null;
    if (row != null) {
      part.anchor = row.address;
      part.mapped = true;
      if (part.size != row.size) {
        part.size = row.size;
        part.entries.clear();
      }
    }
  }

  private static void add(Matcher row, String before, List<Row> rows) {
    String name = row.group(1) == null ? before : row.group(1);
    if (!name.isEmpty() && !name.startsWith("*")) {
      long address = Long.parseUnsignedLong(row.group(2), 16);
      long size = Long.parseUnsignedLong(row.group(3), 16);
      rows.add(new Row(name, address, size, file(row.group(4))));
    }
  }

  /**
   * A section that lost all its entries to others is still listed, with the size that it had; what
   * comes next then starts where it does.
   */
  private static void dropVoid(String line, List<Row> rows) {
    Matcher next = ANY.matcher(line);
    if (next.matches() && !rows.isEmpty()) {
      Row last = rows.getLast();
      long into = Long.parseUnsignedLong(next.group(1), 16) - last.address();
      if (into >= 0 && into < last.size() && last.address() != 0) {
        rows.removeLast();
      }
    }
  }

  private static String file(String text) {
    Matcher member = MEMBER.matcher(text);
    String name = member.matches() ? member.group(1) : text;
    return name.startsWith("./") ? name.substring(2) : name;
  }
}
