package dev.unprobed.kernel.image;

import dev.unprobed.kernel.program.Architecture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes a small image: text of functions that begin as functions do, between them random words,
 * then data with a pointer, the table of names, and relocations.
 */
public final class ImageWriter {
  /** What the banner says. */
  public static final String RELEASE = "6.1.0-7-test";

  /** What the configuration inside says. */
  public static final String CONFIG = "CONFIG_EMBEDDED=y\n";

  static final int FUNCTIONS = 700;
  static final int TEXT = 0x10000;
  static final int DATA = 0x40000;
  static final int TABLE = 0x50000;
  static final int RELOCATIONS = 0x80000;
  static final int SIZE = 0x90000;

  private final Architecture architecture;
  private final long base;
  private final ByteBuffer image;
  private final List<RawSymbol> symbols = new ArrayList<>();

  private ImageWriter(Architecture architecture, long base, ByteOrder order) {
    this.architecture = architecture;
    this.base = base;
    this.image = ByteBuffer.allocate(SIZE).order(order);
  }

  /** What was written, and what should be read from it. */
  record Written(byte[] bytes, List<RawSymbol> symbols) {}

  static Written write(
      Architecture architecture,
      long base,
      ByteOrder order,
      KallsymsWriter.Form form,
      boolean relocated) {
    var writer = new ImageWriter(architecture, base, order);
    writer.header();
    writer.text();
    writer.data(form, relocated);
    return new Written(writer.image.array(), writer.symbols);
  }

  /** One for arm64, at some address. */
  public static byte[] arm64() {
    var form = new KallsymsWriter.Form(KallsymsWriter.Addresses.RELATIVE, false, false, true);
    long base = 0xffff800008000000L;
    return write(Architecture.ARM64, base, ByteOrder.LITTLE_ENDIAN, form, true).bytes();
  }

  private void header() {
    ByteBuffer little = image.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (architecture == Architecture.ARM64) {
      little.putLong(16, SIZE + 0x1000);
      little.putLong(24, image.order() == ByteOrder.BIG_ENDIAN ? 1 : 0);
      little.putInt(0x38, 0x644d5241);
    }
  }

  private void text() {
    // fixed, so that a failure can be repeated
    Random random = new Random(6);
    for (int at = TEXT; at < DATA; at += 4) {
      image.putInt(at, random.nextInt() | 1);
    }
    symbols.add(new RawSymbol(base + TEXT, 'T', "_stext"));
    int at = TEXT;
    for (int i = 0; i < FUNCTIONS; i++) {
      String name = i == 300 ? "a".repeat(300) : "function_of_" + i;
      symbols.add(new RawSymbol(base + at, i % 2 == 0 ? 'T' : 't', name));
      instruction(at, architecture == Architecture.ARM64 ? 0xa9be7bfd : 0xe92d4010);
      at += 16 + 4 * random.nextInt(50);
    }
    symbols.add(new RawSymbol(base + at, 'D', "_etext"));
  }

  private void instruction(int at, int word) {
    image.duplicate().order(ByteOrder.LITTLE_ENDIAN).putInt(at, word);
  }

  private void data(KallsymsWriter.Form form, boolean relocated) {
    int pointer = architecture.pointerSize();
    image.put(DATA + 0x1000, ascii("Linux version %s (%s) Linux version "));
    image.put(DATA + 0x2000, ascii("Linux version " + RELEASE + " (somebody@somewhere)"));
    image.put(DATA + 0x3000, ascii("IKCFG_ST"));
    image.put(DATA + 0x3008, ZImageWriter.gzipped(ascii(CONFIG)));
    var table = KallsymsWriter.write(symbols, base + TEXT, form, pointer, image.order());
    image.put(TABLE, table.bytes());
    if (!relocated) {
      pointer(DATA, base + TEXT);
      return;
    }
    pointer(TABLE + table.baseAt(), 0);
    relocation(0, DATA, base + TEXT);
    relocation(1, TABLE + table.baseAt(), base + TEXT);
    for (int i = 2; i < 40; i++) {
      relocation(i, DATA + 8 * i, base + DATA + 8L * i);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void pointer(int at, long value) {
    if (architecture.pointerSize() == 8) {
      image.putLong(at, value);
    } else {
      image.putInt(at, (int) value);
    }
  }

  private void relocation(int index, int at, long value) {
    int entry = RELOCATIONS + 24 * index;
    image.putLong(entry, base + at).putLong(entry + 8, 0x403).putLong(entry + 16, value);
  }
}
