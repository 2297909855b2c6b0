package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.code.Value;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Names in a program's data. What does not look like one is none. */
final class Texts {
  private static final int LONGEST = 128;

  /** A bus_type that cannot be read is taken to be called as its symbol says. */
  private static final String BUS = "_bus_type";

  private final Program program;
  private final Map<String, String> busNames;

  /**
   * @param busNames what bus_types are called that lie in other programs, by symbol
   */
  Texts(Program program, Map<String, String> busNames) {
    this.program = program;
    this.busNames = busNames;
  }

  /** The printable text of 1 to 127 characters at an address. */
  Optional<String> at(long address) {
    return address == 0 ? Optional.empty() : program.at(address).flatMap(Texts::first);
  }

  /** A name may have letters that are not of ASCII, then in UTF-8. */
  static Optional<String> first(Bytes bytes) {
    int length = 0;
    while (length < LONGEST && bytes.has(length, 1) && bytes.u8(length) >= ' ') {
      length++;
    }
    boolean ends = length > 0 && length < LONGEST && bytes.has(length, 1) && bytes.u8(length) == 0;
    if (!ends) {
      return Optional.empty();
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.copy(0, length)));
      return Optional.of(text.toString()).filter(t -> t.indexOf('\u007f') < 0);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The printable text in a field of so many bytes, maybe empty; none when it has other bytes. */
  static Optional<String> within(Bytes bytes, int size) {
    var text = new StringBuilder();
    for (int i = 0; i < size && bytes.has(i, 1); i++) {
      int c = bytes.u8(i);
      if (c == 0) {
        return Optional.of(text.toString());
      }
      if (c < ' ' || c > '~') {
        return Optional.empty();
      }
      text.append((char) c);
    }
    return Optional.empty();
  }

  /** The same, where a name may fill the field: C drops the NUL that has no room. */
  static Optional<String> filling(Bytes bytes, int size) {
    boolean full = bytes.has(0, size);
    for (int i = 0; full && i < size; i++) {
      full = bytes.u8(i) >= ' ' && bytes.u8(i) <= '~';
    }
    return full
        ? Optional.of(new String(bytes.copy(0, size), StandardCharsets.US_ASCII))
        : within(bytes, size);
  }

  Optional<String> at(Value value) {
    return value instanceof Value.Constant(long address, boolean _)
        ? at(address)
        : Optional.empty();
  }

  /** A name with what comes before it; a missing name leaves the prefix alone. */
  Optional<String> prefixed(Value prefix, Value name) {
    var before = at(prefix);
    var after = at(name);
    return before.isEmpty() ? after : before.map(b -> b + after.map(a -> "." + a).orElse(""));
  }

  boolean hasName(Value value) {
    return at(value).isPresent();
  }

  /** Whether it is the address of "": what has a symbol is a variable, and may be filled in. */
  boolean isEmptyLiteral(Value value) {
    return value instanceof Value.Constant(long address, boolean _)
        && program.symbolsAt(address).isEmpty()
        && program.at(address).filter(b -> b.has(0, 1) && b.u8(0) == 0).isPresent();
  }

  /** The name of the struct bus_type at an address, or empty. */
  String busName(long address) {
    if (address == 0) {
      return "";
    }
    var inside = at(program.pointer(address));
    if (inside.isPresent()) {
      return inside.get();
    }
    for (Symbol symbol : program.symbolsAt(address)) {
      var known = busNames.get(symbol.name());
      if (known != null) {
        return known;
      }
      if (symbol.kind() == Symbol.Kind.EXTERNAL && symbol.name().endsWith(BUS)) {
        return symbol.name().substring(0, symbol.name().length() - BUS.length());
      }
    }
    return "";
  }
}
