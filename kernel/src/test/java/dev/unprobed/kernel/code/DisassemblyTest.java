package dev.unprobed.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.code.Instruction.Load;
import dev.unprobed.kernel.code.Instruction.Set;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random words, decoded here and by objdump: where branches lead, which constants are made. */
class DisassemblyTest {
  private static final int WORDS = 60_000;
  private static final long BASE = 0x1000_0000L;

  /** {@code 10000000: 54000040 b.eq 0x10000008}. */
  private static final Pattern LINE =
      Pattern.compile("\\s*([0-9a-f]+):\\s+([0-9a-f]{8})\\s+(\\S+)\\s*(.*)");

  private static final Pattern TARGET = Pattern.compile("0x([0-9a-f]+)(?:\\s+//.*)?$");
  private static final Pattern LITERAL = Pattern.compile("\\[pc, #-?\\d+\\]\\s*@ 0x([0-9a-f]+)");
  private static final Pattern MOVE =
      Pattern.compile("([wx])(?:\\d+|zr), #0x([0-9a-f]+)(?:\\s.*)?$");

  @TempDir Path folder = Path.of("");

  private record Line(long address, int word, String name, String operands) {}

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void branches(Architecture architecture) throws IOException {
    var set = InstructionSet.of(architecture);
    int compared = 0;
    for (var line : lines(architecture)) {
      boolean branch = isBranch(architecture, line);
      long expected = 1;
      if (branch) {
        var matcher = TARGET.matcher(line.operands);
        assertThat(matcher.find()).as("%s", line).isTrue();
        expected = Long.parseUnsignedLong(matcher.group(1), 16);
        compared++;
      }
      assertThat(set.target(line.word, line.address)).as("%s", line).isEqualTo(expected);
      if (branch) {
        assertThat(set.calls(line.word)).as("%s", line).isEqualTo(isCall(architecture, line));
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void constants(Architecture architecture) throws IOException {
    var set = InstructionSet.of(architecture);
    int compared = 0;
    for (var line : lines(architecture)) {
      var decoded = set.decode(line.word, line.address);
      var expected = constant(architecture, line);
      if (expected != 0) {
        long made =
            switch (decoded) {
              case Set(int _, long value) -> value;
              case Load(int _, Instruction.Place place, int _, boolean _) -> place.offset();
              case Instruction.Compute(
                      var _,
                      int _,
                      int _,
                      Instruction.Operand.Immediate(long value),
                      boolean _,
                      int _) ->
                  value;
              default -> -1;
            };
        assertThat(made).as("%s as %s", line, decoded).isEqualTo(expected);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(architecture == Architecture.ARM64 ? 1000 : 20);
  }

  private static boolean isBranch(Architecture architecture, Line line) {
    return switch (architecture) {
      case ARM64 -> line.name.matches("bl?|bc?\\.\\w+|cbn?z|tbn?z");
      case ARM ->
          (line.word & 0x0e000000) == 0x0a000000
              && line.name.matches("bl?(eq|ne|cs|cc|mi|pl|vs|vc|hi|ls|ge|lt|gt|le)?");
    };
  }

  private static boolean isCall(Architecture architecture, Line line) {
    return architecture == Architecture.ARM64
        ? line.name.equals("bl")
        : line.name.matches("bl(eq|ne|cs|cc|mi|pl|vs|vc|hi|ls|ge|lt|gt|le)?");
  }

  /** What the line says is put into a register, or loaded from there; 0 when it is no such line. */
  private static long constant(Architecture architecture, Line line) {
    var matcher =
        switch (architecture) {
          case ARM64 -> line.name.matches("adrp?") ? TARGET.matcher(line.operands) : moved(line);
          case ARM -> LITERAL.matcher(line.name.equals("ldr") ? line.operands : "");
        };
    return matcher.find() ? Long.parseUnsignedLong(matcher.group(matcher.groupCount()), 16) : 0;
  }

  private static java.util.regex.Matcher moved(Line line) {
    return MOVE.matcher(line.name.equals("mov") ? line.operands : "");
  }

  private List<Line> lines(Architecture architecture) throws IOException {
    long seed = 20261126;
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var bytes = ByteBuffer.allocate(4 * WORDS).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < WORDS; i++) {
      bytes.putInt(word(random, architecture));
    }
    Files.write(folder.resolve("words"), bytes.array());
    boolean wide = architecture == Architecture.ARM64;
    var objdump = Tool.of(wide ? "aarch64-linux-gnu-objdump" : "arm-linux-gnueabihf-objdump");
    var text =
        objdump.run(
            folder,
            "-D",
            "-z",
            "-b",
            "binary",
            "-m",
            wide ? "aarch64" : "arm",
            "--adjust-vma=" + BASE,
            "words");
    return text.lines()
        .map(LINE::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(m ->
            new Line(
                Long.parseLong(m.group(1), 16),
                (int) Long.parseLong(m.group(2), 16),
                m.group(3),
                m.group(4)))
        .toList();
  }

  /** Any word, or one of a kind that would be rare. */
  private static int word(Random random, Architecture architecture) {
    int word = random.nextInt();
    int kind = random.nextInt(4);
    if (architecture == Architecture.ARM) {
      int always = word & 0x0fffffff | 0xe0000000;
      return kind == 0 ? always & 0x0000ffff | 0xe51f0000 : kind == 1 ? always : word;
    }
    return switch (kind) {
      case 0 -> word & 0xe0ffffff | 0x10000000; // addresses
      case 1 -> word & 0x807fffff | 0x32000000 | 0x3e0; // orr with zr: mov of a bit mask
      case 2 -> word & 0x80ffffff | 0x34000000; // cbz
      default -> word;
    };
  }
}
