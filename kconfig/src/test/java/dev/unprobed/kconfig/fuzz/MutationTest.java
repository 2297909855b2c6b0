package dev.unprobed.kconfig.fuzz;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Known inputs, damaged. More with {@code -Dunprobed.mutations=100000}. */
class MutationTest {
  private static final int RUNS = Integer.getInteger("unprobed.mutations", 1500);
  private static final long SEED = Long.getLong("unprobed.seed", 20261123);

  /** What the language is made of, to be put anywhere. */
  private static final List<String> PIECES =
      List.of(
          "config A\n",
          "menuconfig B\n",
          "choice\n",
          "endchoice\n",
          "menu \"m\"\n",
          "endmenu\n",
          "if A\n",
          "endif\n",
          "source \"a\"\n",
          "\thelp\n",
          "\t  text\n",
          "\tbool \"b\"\n",
          "\ttristate\n",
          "\tint\n",
          "\tdefault ",
          "\tselect A\n",
          "\timply B\n",
          "\trange 1 2\n",
          "\tdepends on ",
          "\tvisible if ",
          " if ",
          " && ",
          " || ",
          "!",
          "(",
          ")",
          "=",
          "!=",
          "<=",
          "$(",
          "$(shell,x)",
          "$(A",
          "X := ",
          "X += $(X)",
          "\\\n",
          "\"",
          "'",
          "\\",
          "#",
          "\0",
          "\r\n",
          "\377",
          "\t",
          "\n",
          "CONFIG_A=y\n",
          "# CONFIG_A is not set\n",
          "modules\n",
          "\ttransitional\n",
          "option env=\"X\"\n",
          "mainmenu \"x\"\n",
          "comment \"c\"\n",
          "-> ",
          "env ",
          "shell ",
          "\\x4",
          "unset ");

  @Test
  void kconfig() throws IOException {
    damage(sections("Kconfig"), Victims::kconfig);
  }

  @Test
  void config() throws IOException {
    damage(sections(".config"), Victims::config);
  }

  @Test
  void record() {
    byte[] record =
        ByteText.bytes("unprobed-macros 1\n# c\nenv A=b\nunset C\nshell a \\x20\n  -> b\\n\n");
    damage(List.of(record), Victims::record);
  }

  private static void damage(List<byte[]> seeds, Consumer<byte[]> victim) {
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      byte[] input = seeds.get(random.nextInt(seeds.size()));
      for (int i = random.nextInt(6); i >= 0; i--) {
        input = mutated(input, random);
      }
      try {
        victim.accept(input);
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        String shown = ByteText.of(input);
        String hex = HexFormat.of().formatHex(input);
        throw new AssertionError(
            "seed %d, run %d:\n%s\nin hex: %s".formatted(SEED, run, shown, hex), e);
      }
    }
  }

  private static byte[] mutated(byte[] input, Random random) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(40));
    String before = ByteText.of(input, 0, from);
    String cut = ByteText.of(input, from, to - from);
    String after = ByteText.of(input, to, input.length - to);
    String all = before + cut + after;
    int place = random.nextInt(all.length() + 1);
    String damaged =
        switch (random.nextInt(5)) {
          case 0 -> before + after;
          case 1 -> all.substring(0, place) + cut + all.substring(place);
          case 2 -> before + PIECES.get(random.nextInt(PIECES.size())) + cut + after;
          case 3 -> before + (char) random.nextInt(256) + after;
          default -> before + cut.repeat(1 + random.nextInt(4)) + after;
        };
    byte[] bytes = ByteText.bytes(damaged);
    return bytes.length > 20_000 ? Arrays.copyOf(bytes, 20_000) : bytes;
  }

  private static List<byte[]> sections(String name) throws IOException {
    List<byte[]> found = new ArrayList<>();
    for (String folder : List.of("rules", "checks")) {
      try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
        for (Path file : files.sorted().toList()) {
          for (String part : ByteText.of(Files.readAllBytes(file)).split("(?m)^==== ", -1)) {
            if (part.startsWith(name + "\n")) {
              found.add(ByteText.bytes(part.substring(name.length() + 1)));
            }
          }
        }
      }
    }
    return found;
  }
}
