package dev.unprobed.kernel.btf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that pahole wrote, against what the compiler says of them. */
class PaholeTest {
  private static final String SOURCE =
      """
      typedef unsigned long long u64;
      enum color { RED, GREEN };
      struct inner { char tag; short number; };
      struct outer {
        const char *name;
        unsigned low : 3, high : 5;
        union { struct { char a; u64 b; }; int c; };
        volatile struct inner many[3][2];
        const enum color color;
        int (*call)(struct outer *);
        struct inner last;
      };
      struct outer one;
      """;

  private static final String[] PATHS = {
    "name", "a", "b", "c", "many", "color", "call", "last", "last.tag", "last.number"
  };

  @TempDir Path directory;

  @Test
  void everyMember() throws IOException {
    Btf btf = Btf.read(Bytes.of("a.btf", section()), 8);
    for (String path : PATHS) {
      Btf.Member member = btf.member("outer", path).orElseThrow();
      assertThat(member.offset())
          .as(path)
          .isEqualTo(ask("__builtin_offsetof(struct outer, %s)", path));
      assertThat(member.size()).as(path).isEqualTo(ask("sizeof(one.%s)", path));
    }
    assertThat(btf.size("outer")).hasValue(ask("sizeof(struct %s)", "outer"));
    assertThat(btf.size("inner")).hasValue(4);
    assertThat(btf.member("outer", "high")).hasValue(new Btf.Member(8, 4));
    assertThat(btf.member("outer", "nothing")).isEmpty();
    assertThat(btf.member("outer", "name.x")).isEmpty();
    assertThat(btf.member("nobody", "name")).isEmpty();
    assertThat(btf.size("nobody")).isEmpty();
  }

  @Test
  void foundAmongOtherBytes() throws IOException {
    byte[] section = section();
    byte[] image = new byte[section.length + 5000];
    System.arraycopy(section, 0, image, 3001, section.length);
    image[100] = (byte) 0x9f;
    image[101] = (byte) 0xeb;
    assertThat(Btf.find(Bytes.of("Image", image), 8).orElseThrow().size("inner")).hasValue(4);
    assertThat(Btf.find(Bytes.of("Image", new byte[5000]), 8)).isEmpty();
  }

  @Test
  void badBytes() throws IOException {
    long seed = Long.getLong("unprobed.seed", 42);
    System.out.println("PaholeTest: -Dunprobed.seed=" + seed);
    Random random = new Random(seed);
    byte[] good = section();
    for (int round = 0; round < 2000; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i < 1 << random.nextInt(6); i++) {
        bad[24 + random.nextInt(bad.length - 24)] = (byte) random.nextInt();
      }
      Victim.read(bad);
    }
    for (int size = 0; size < good.length; size++) {
      Victim.read(Arrays.copyOf(good, size));
    }
  }

  /** A constant expression, by the compiler. */
  private long ask(String expression, String path) throws IOException {
    String source = SOURCE + "char answer[" + expression.formatted(path) + " + 1];\n";
    Files.writeString(directory.resolve("ask.c"), source);
    Tool.of("gcc").run(directory, "-c", "ask.c", "-o", "ask.o");
    String line =
        Tool.of("nm")
            .run(directory, "-S", "ask.o")
            .lines()
            .filter(l -> l.endsWith(" answer"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.split(" ", -1)[1], 16) - 1;
  }

  private byte[] section() throws IOException {
    Files.writeString(directory.resolve("a.c"), SOURCE);
    Tool pahole = Tool.of("pahole");
    Tool.of("gcc").run(directory, "-g", "-c", "a.c", "-o", "a.o");
    pahole.run(directory, "-J", "a.o");
    Tool.of("objcopy")
        .run(
            directory,
            "-O",
            "binary",
            "--only-section=.BTF",
            "--set-section-flags",
            ".BTF=alloc",
            "a.o",
            "a.btf");
    return Files.readAllBytes(directory.resolve("a.btf"));
  }
}
