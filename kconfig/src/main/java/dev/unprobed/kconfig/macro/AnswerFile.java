package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The file form of an {@link AnswerTable}: bytes, in fields that each end with a NUL.
 *
 * <pre>
 * magic, checksum of all that follows,
 * number of subjects, then of each: subject, state
 * number of sets, then of each: numbers of its subjects, three bytes each
 * number of commands, then of each: command, answer, number of its set
 * </pre>
 */
final class AnswerFile {
  private static final String MAGIC = "unprobed macro answers 1";
  private static final int LARGEST_NUMBER = 0xffff;

  private final String text;
  private int at;

  private AnswerFile(String text) {
    this.text = text;
  }

  /** Reads a table, absent when the file is none, or is not whole. */
  static @Nullable AnswerTable read(byte[] bytes) {
    AnswerFile file = new AnswerFile(ByteText.of(bytes));
    try {
      if (!file.field().equals(MAGIC) || !file.field().equals(checksum(bytes, file.at))) {
        return null;
      }
      return file.table();
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return null;
    }
  }

  /** The bytes of a table, absent when it is too large to be useful or a field holds a NUL. */
  static byte @Nullable [] write(AnswerTable table) {
    if (table.subjects().size() > LARGEST_NUMBER) {
      return null;
    }
    StringBuilder body = new StringBuilder();
    int fields = 3;
    put(body, table.subjects().size());
    for (int i = 0; i < table.subjects().size(); i++, fields += 2) {
      put(body, table.subjects().get(i));
      put(body, table.states().get(i));
    }
    put(body, table.sets().size());
    for (int[] set : table.sets()) {
      put(body, numbers(set));
      fields++;
    }
    put(body, table.entries().size());
    for (Map.Entry<String, AnswerTable.Entry> entry : table.entries().entrySet()) {
      put(body, entry.getKey());
      put(body, entry.getValue().answer());
      put(body, entry.getValue().set());
      fields += 3;
    }
    boolean sound = body.chars().filter(c -> c == 0).count() == fields;
    return sound ? withHeader(ByteText.bytes(body.toString())) : null;
  }

  private static byte[] withHeader(byte[] body) {
    StringBuilder header = new StringBuilder();
    put(header, MAGIC);
    put(header, checksum(body, 0));
    byte[] all = new byte[header.length() + body.length];
    System.arraycopy(ByteText.bytes(header.toString()), 0, all, 0, header.length());
    System.arraycopy(body, 0, all, header.length(), body.length);
    return all;
  }

  private AnswerTable table() {
    int count = number();
    List<String> subjects = new ArrayList<>(count);
    List<String> states = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      subjects.add(field());
      states.add(field());
    }
    List<int[]> sets = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      sets.add(numbers(field()));
    }
    Map<String, AnswerTable.Entry> entries = new LinkedHashMap<>();
    for (int left = number(); left > 0; left--) {
      entries.put(field(), new AnswerTable.Entry(field(), number()));
    }
    return new AnswerTable(subjects, states, sets, entries);
  }

  private String field() {
    int end = text.indexOf('\0', at);
    String field = text.substring(at, end);
    at = end + 1;
    return field;
  }

  private int number() {
    return Integer.parseInt(field());
  }

  /** Numbers in base 128 with an offset, so that no byte is a NUL: three characters each. */
  private static String numbers(int[] set) {
    StringBuilder text = new StringBuilder(set.length * 3);
    for (int number : set) {
      text.append((char) (0x80 | number >> 14)).append((char) (0x80 | number >> 7 & 0x7f));
      text.append((char) (0x80 | number & 0x7f));
    }
    return text.toString();
  }

  private static int[] numbers(String field) {
    int[] set = new int[field.length() / 3];
    for (int i = 0; i < set.length; i++) {
      int high = field.charAt(3 * i) & 0x7f;
      int middle = field.charAt(3 * i + 1) & 0x7f;
      set[i] = high << 14 | middle << 7 | field.charAt(3 * i + 2) & 0x7f;
    }
    return set;
  }

  private static void put(StringBuilder out, Object field) {
    out.append(field).append('\0');
  }

  private static String checksum(byte[] bytes, int from) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, bytes.length - from);
    return Long.toHexString(checksum.getValue());
  }
}
