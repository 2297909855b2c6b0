package dev.unprobed.reclaim.run;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.util.List;

/**
 * A line of the table of units that the kernel shows.
 *
 * @param name KBUILD_MODFILE
 * @param state left, stays, stuck or quarantine
 * @param text in bytes, as the rest
 * @param reason one word; empty if the unit left
 */
public record UnitState(
    String name, String state, long text, long rodata, long data, long bss, String reason) {

  private static final int FIELDS = 7;

  /** Lines with tabs between the fields. */
  static List<UnitState> parse(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith("#")).map(UnitState::parse).toList();
  }

  private static UnitState parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length < FIELDS) {
      throw malformed(line, "not %d fields".formatted(FIELDS));
    }
    try {
      return new UnitState(
          fields[0],
          fields[1],
          Long.parseLong(fields[2]),
          Long.parseLong(fields[3]),
          Long.parseLong(fields[4]),
          Long.parseLong(fields[5]),
          fields[6]);
    } catch (NumberFormatException _) {
      throw malformed(line, "no number of bytes");
    }
  }

  private static MalformedInput malformed(String line, String what) {
    return new MalformedInput(
        "/sys/kernel/debug/unprobed/units", -1, "table-of-units", what + ": " + line, null);
  }

  public boolean hasLeft() {
    return state.equals("left");
  }

  /** All that it takes, in bytes. */
  public long size() {
    return text + rodata + data + bss;
  }
}
