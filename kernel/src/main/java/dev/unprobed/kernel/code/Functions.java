package dev.unprobed.kernel.code;

import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.util.Arrays;
import java.util.List;

/** The functions of a program by ascending address, each up to the next one. */
public final class Functions {
  private static final int LONGEST = 1 << 20;
  private static final int[] NONE = {};

  private final Program program;
  private final long[] starts;
  private final int[][] words;

  private Functions(Program program, long[] starts) {
    this.program = program;
    this.starts = starts;
    this.words = new int[starts.length][];
  }

  public static Functions of(Program program) {
    long[] starts =
        program.symbols().stream()
            .filter(symbol -> symbol.kind() == Symbol.Kind.FUNCTION)
            .filter(symbol -> (symbol.address() & 3) == 0)
            .mapToLong(Symbol::address)
            .distinct()
            .filter(program::isCode)
            .sorted()
            .toArray();
    return new Functions(program, starts);
  }

  public int count() {
    return starts.length;
  }

  /** The address of the function of that index. */
  public long start(int index) {
    return starts[index];
  }

  /** The index of the function that starts exactly there, or a negative number. */
  public int at(long address) {
    return Arrays.binarySearch(starts, address);
  }

  /** The index of the function that covers an address, or -1. */
  public int covering(long address) {
    int found = at(address);
    int index = found >= 0 ? found : -found - 2;
    return index >= 0 && address - starts[index] < 4L * words(index).length ? index : -1;
  }

  /** One of its names. */
  public String name(int index) {
    List<Symbol> symbols = program.symbolsAt(starts[index]);
    return symbols.isEmpty() ? "" : symbols.getFirst().name();
  }

  /** Its code; not to be changed. */
  public int[] words(int index) {
    int[] known = words[index];
    if (known == null) {
      known = read(index);
      words[index] = known;
    }
    return known;
  }

  private int[] read(int index) {
    var code = program.at(starts[index]);
    if (code.isEmpty()) {
      return NONE;
    }
    long end = index + 1 < starts.length ? starts[index + 1] - starts[index] : Long.MAX_VALUE;
    long size = Math.min(Math.min(code.get().size(), end), LONGEST) & ~3L;
    byte[] bytes = code.get().copy(0, size);
    var result = new int[bytes.length / 4];
    java.nio.ByteBuffer.wrap(bytes).order(code.get().order()).asIntBuffer().get(result);
    return result;
  }
}
