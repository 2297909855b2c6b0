package dev.unprobed.kernel.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.ReadelfTest;
import dev.unprobed.kernel.modinfo.Modinfo;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every object and module below a folder, such as that of a build or of an unpacked package: {@code
 * -Dunprobed.objects=FOLDER}. {@code -Dunprobed.every=10} compares only each tenth with the tools.
 */
@EnabledIfSystemProperty(named = "unprobed.objects", matches = ".+")
class CorpusTest {
  private static final int EVERY = Integer.getInteger("unprobed.every", 1);

  @Test
  void sameAsReadelf() throws IOException {
    List<Path> files = files();
    long entries = 0;
    for (int i = 0; i < files.size(); i += EVERY) {
      entries += ReadelfTest.assertSame(files.get(i));
    }
    System.out.printf("%d files, %d lines the same%n", (files.size() - 1) / EVERY + 1, entries);
  }

  @Test
  void programs() throws IOException {
    List<Path> files = files();
    Map<String, Integer> remarks = new TreeMap<>();
    AtomicLong bytes = new AtomicLong();
    AtomicLong symbols = new AtomicLong();
    Instant start = Instant.now();
    files.parallelStream()
        .map(CorpusTest::elf)
        .filter(elf -> elf.header().type() == Elf.ET_REL)
        .map(Linker::program)
        .forEach(program -> {
          symbols.addAndGet(program.symbols().size());
          bytes.addAndGet(program.sections().stream().mapToLong(s -> s.size()).sum());
          synchronized (remarks) {
            for (String remark : program.remarks()) {
              remarks.merge(remark.replaceFirst(".*: \\d+", "N"), 1, Integer::sum);
            }
          }
        });
    System.out.printf(
        "%d files, %d bytes in memory, %d symbols in %d ms; remarks %s%n",
        files.size(), bytes.get(), symbols.get(), since(start), remarks);
    assertThat(remarks).isEmpty();
  }

  /** Branches of a program lead where objdump says that the relocations of its object lead. */
  @Test
  void branches() throws IOException {
    List<Path> files = files();
    int compared = 0;
    for (int i = 0; i < files.size(); i += 20 * EVERY) {
      compared += branches(files.get(i));
    }
    System.out.println(compared + " calls the same");
  }

  private static int branches(Path file) {
    ElfFile elf = elf(file);
    LinkedProgram program = Linker.program(elf);
    boolean wide = elf.header().wide();
    int compared = 0;
    for (var table : elf.relocations()) {
      String target = elf.section(table.section().info()).name();
      var ranges = program.sections().stream().filter(s -> s.name().equals(target)).toList();
      for (int i = 0; i < table.count() && ranges.size() == 1; i++) {
        int type = table.type(i);
        int symbol = table.symbol(i);
        String name = elf.symbols().name(symbol);
        if (type == (wide ? 283 : 28) && elf.symbols().isUndefined(symbol)) {
          long at = ranges.getFirst().start() + table.offset(i);
          int word = program.at(at).orElseThrow().s32(0);
          long called = at + (wide ? (word << 6) >> 4 : ((word << 8) >> 6) + 8);
          assertThat(program.symbolsAt(called)).map(Symbol::name).containsExactly(name);
          compared++;
        }
      }
    }
    return compared;
  }

  @Test
  void sameAsModinfo() throws IOException {
    List<Path> modules = files().stream().filter(f -> f.toString().endsWith(".ko")).toList();
    int entries = 0;
    for (int i = 0; i < modules.size(); i += EVERY) {
      List<String> theirs =
          Stream.of(
                  Tool.of("modinfo")
                      .run(Path.of("."), "-0", modules.get(i).toString())
                      .transform(CorpusTest::texts))
              .filter(line -> line.matches("(?s)\\w+=.*") && !line.startsWith("sig"))
              .toList();
      List<String> ours = new ArrayList<>();
      for (Modinfo.Entry entry : Modinfo.of(elf(modules.get(i))).entries()) {
        ours.add(entry.key() + "=" + entry.value());
      }
      assertThat(ours).as(modules.get(i).toString()).containsAll(theirs);
      entries += theirs.size();
    }
    System.out.printf("%d modules, %d entries the same%n", modules.size(), entries);
  }

  private static String[] texts(String output) {
    byte[] bytes = output.getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8).split("\0", -1);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(System.getProperty("unprobed.objects")))) {
      List<Path> files =
          all.filter(f -> f.toString().endsWith(".o") || f.toString().endsWith(".ko"))
              .filter(Files::isRegularFile)
              .filter(CorpusTest::isTarget)
              .sorted()
              .toList();
      assertThat(files).isNotEmpty();
      return files;
    }
  }

  /** Kbuild's own tools are for the machine that builds. */
  private static boolean isTarget(Path file) {
    try {
      Bytes bytes = Bytes.of(file);
      if (!ElfFile.isElf(bytes)) {
        return false;
      }
      int machine = ElfFile.read(bytes).header().machine();
      return machine == Elf.EM_ARM || machine == Elf.EM_AARCH64;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ElfFile elf(Path file) {
    try {
      return ElfFile.read(Bytes.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long since(Instant start) {
    return Duration.between(start, Instant.now()).toMillis();
  }
}
