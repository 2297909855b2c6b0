package dev.unprobed.kernel.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the table of names in each of the ways in which kernels of the last years have it. */
final class KallsymsWriter {
  private static final String[] COMMON = {"Tfun", "tfun", "ction_", "_of_", "init", "exit"};

  /** How the addresses are written. */
  enum Addresses {
    RELATIVE,
    PER_CPU,
    POINTERS
  }

  /**
   * A generation of the table.
   *
   * @param behind the addresses come last, as since 6.5
   * @param longMarkers markers are longs, as before 5.0
   * @param sequence with kallsyms_seqs_of_names, as since 6.2
   */
  record Form(Addresses addresses, boolean behind, boolean longMarkers, boolean sequence) {}

  private final Form form;
  private final int pointer;
  private final ByteOrder order;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private int baseAt = -1;

  private KallsymsWriter(Form form, int pointer, ByteOrder order) {
    this.form = form;
    this.pointer = pointer;
    this.order = order;
    for (int i = 0; i < 256; i++) {
      boolean plain = i >= 0x24 && i < 0x7f;
      String token = plain ? String.valueOf((char) i) : "unused" + i;
      int common = i - 0x80;
      token = common >= 0 && common < COMMON.length ? COMMON[common] : token;
      tokens.add(token);
      codes.put(token, i);
    }
  }

  /** The bytes, and where in them the base stands, -1 without one. */
  record Table(byte[] bytes, int baseAt) {}

  static Table write(List<RawSymbol> symbols, long base, Form form, int pointer, ByteOrder order) {
    var writer = new KallsymsWriter(form, pointer, order);
    writer.all(symbols, base);
    return new Table(writer.out.toByteArray(), writer.baseAt);
  }

  private void all(List<RawSymbol> symbols, long base) {
    if (!form.behind()) {
      addresses(symbols, base);
    }
    number(symbols.size(), form.longMarkers() ? pointer : 4);
    align();
    List<Integer> markers = names(symbols);
    align();
    markers.forEach(marker -> number(marker, form.longMarkers() ? pointer : 4));
    align();
    if (form.sequence() && !form.behind()) {
      sequence(symbols.size());
    }
    tokens();
    if (form.behind()) {
      addresses(symbols, base);
      sequence(form.sequence() ? symbols.size() : 0);
    }
  }

  private void addresses(List<RawSymbol> symbols, long base) {
    for (RawSymbol symbol : symbols) {
      switch (form.addresses()) {
        case RELATIVE -> number(symbol.address() - base, 4);
        case PER_CPU -> number(percpu(symbol, base), 4);
        case POINTERS -> number(symbol.address(), pointer);
      }
    }
    align();
    if (form.addresses() != Addresses.POINTERS) {
      baseAt = out.size();
      number(base, pointer);
      align();
    }
  }

  private static long percpu(RawSymbol symbol, long base) {
    return symbol.type() == 'A' ? symbol.address() : base - 1 - symbol.address();
  }

  private List<Integer> names(List<RawSymbol> symbols) {
    List<Integer> markers = new ArrayList<>();
    int start = out.size();
    for (int i = 0; i < symbols.size(); i++) {
      if (i % 256 == 0) {
        markers.add(out.size() - start);
      }
      byte[] packed = pack(symbols.get(i).type() + symbols.get(i).name());
      if (packed.length > 127) {
        out.write(packed.length & 0x7f | 0x80);
        out.write(packed.length >> 7);
      } else {
        out.write(packed.length);
      }
      out.writeBytes(packed);
    }
    return markers;
  }

  private byte[] pack(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      String token = String.valueOf(text.charAt(at));
      for (String common : COMMON) {
        token = text.startsWith(common, at) ? common : token;
      }
      packed.write(codes.getOrDefault(token, 0));
      at += token.length();
    }
    return packed.toByteArray();
  }

  private void sequence(int count) {
    for (int i = 0; i < count; i++) {
      out.write(i >> 16);
      out.write(i >> 8);
      out.write(i);
    }
    align();
  }

  private void tokens() {
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    List<Integer> index = new ArrayList<>();
    for (String token : tokens) {
      index.add(texts.size());
      texts.writeBytes(token.getBytes(StandardCharsets.US_ASCII));
      texts.write(0);
    }
    out.writeBytes(texts.toByteArray());
    align();
    index.forEach(offset -> number(offset, 2));
    align();
  }

  private void number(long value, int size) {
    ByteBuffer buffer = ByteBuffer.allocate(8).order(order).putLong(value);
    int from = order == ByteOrder.BIG_ENDIAN ? 8 - size : 0;
    out.write(buffer.array(), from, size);
  }

  private void align() {
    while (out.size() % pointer != 0) {
      out.write(0);
    }
  }
}
