package dev.unprobed.app.badinput;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels, packages and device trees that are broken, or made to break us. */
class KernelInputTest {
  private static final int BEGIN_NODE = 1;
  private static final int END_NODE = 2;
  private static final int PROPERTY = 3;
  private static final int END = 9;
  private static final long BOMB = 300L << 20;

  @TempDir Path folder;

  private Program program() {
    return new Program(folder).with("XDG_CACHE_HOME", folder.resolve("cache").toString());
  }

  private static byte[] blob(int... structure) {
    int size = 56 + 4 * structure.length;
    ByteBuffer blob = ByteBuffer.allocate(size + 12);
    for (int word : new int[] {0xd00dfeed, size + 12, 56, size, 40, 17, 16, 0, 12, size - 56}) {
      blob.putInt(word);
    }
    blob.position(56);
    for (int word : structure) {
      blob.putInt(word);
    }
    return blob.put("compatible\0".getBytes(US_ASCII)).array();
  }

  /** A root that is a board, whose name is empty. */
  private static byte[] board() {
    return blob(BEGIN_NODE, 0, PROPERTY, 4, 0, 0x612c6200, END_NODE, END);
  }

  @ParameterizedTest
  @ValueSource(strings = {"board", "boot"})
  void deviceTrees(String command) throws Exception {
    Program program =
        program()
            .file("empty.dtb", "")
            .file("text.dtb", "hello\n")
            .file("short.dtb", java.util.Arrays.copyOf(board(), 70))
            .file("deep.dtb", blob(deep()));
    for (String name : new String[] {"empty", "text", "short"}) {
      assertThat(refused(program, command, name + ".dtb", "truncated-fdt")).contains("at byte 0x");
    }
    assertThat(refused(program, command, "deep.dtb", "fdt-depth")).contains("at byte 0x");
    refused(program, command, "none.dtb", "no-such-file");
  }

  private static int[] deep() {
    int[] structure = new int[200_000];
    for (int i = 0; i < structure.length; i += 2) {
      structure[i] = BEGIN_NODE;
    }
    return structure;
  }

  private static String refused(Program program, String command, String tree, String check)
      throws Exception {
    Program.Result result =
        program.run(command, "--kernel", "no-kernel", "--dtb", tree).refused(check);
    assertThat(result.out()).isEmpty();
    return result.err();
  }

  @ParameterizedTest
  @ValueSource(strings = {"board", "boot", "ledger"})
  void kernels(String command) throws Exception {
    Program program =
        program()
            .file("board.dtb", board())
            .file("cut.deb", deb("./boot/vmlinuz-1", 4096, 512))
            .file("out.deb", deb("../../outside/vmlinuz-1", 0, 0))
            .file("bomb.gz", bomb())
            .file("cut.gz", java.util.Arrays.copyOf(bomb(), 9000))
            .file("elf", ByteBuffer.allocate(64).putInt(0x7f454c46).array());
    assertThat(refusedKernel(program, command, "cut.deb", "truncated")).contains("at byte 0x");
    refusedKernel(program, command, "out.deb", "path-traversal");
    assertThat(refusedKernel(program, command, "bomb.gz", "too-large")).contains("at byte 0x");
    refusedKernel(program, command, "cut.gz", "corrupt-gzip");
    refusedKernel(program, command, "elf", "unknown-image");
    assertThat(folder.resolve("../outside")).doesNotExist();
    assertThat(folder.resolve("outside")).doesNotExist();
    assertThat(cached()).isEmpty();
  }

  private String refusedKernel(Program program, String command, String kernel, String check)
      throws Exception {
    Program.Result result =
        command.equals("ledger")
            ? program.run(command, "--kernel", kernel)
            : program.run(command, "--kernel", kernel, "--dtb", "board.dtb");
    assertThat(result.refused(check).out()).isEmpty();
    return result.err();
  }

  /** What was unpacked of a package that was then refused is gone. */
  private String[] cached() throws IOException {
    Path packages = folder.resolve("cache/unprobed");
    if (!Files.exists(packages)) {
      return new String[0];
    }
    try (var files = Files.walk(packages)) {
      return files.filter(Files::isRegularFile).map(Path::toString).toArray(String[]::new);
    }
  }

  @Test
  void viewsAreKnownBeforeAnythingIsRead() throws Exception {
    assertThat(
            program()
                .run("ledger", "--kernel", "none", "--by", "colour")
                .refused("no-such-view")
                .err())
        .contains("platform");
  }

  private static byte[] bomb() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      byte[] zeroes = new byte[1 << 20];
      for (long at = 0; at < BOMB; at += zeroes.length) {
        gzip.write(zeroes);
      }
    }
    return packed.toByteArray();
  }

  /** A package with one file, of which fewer bytes are there than it says. */
  private static byte[] deb(String name, int says, int has) {
    ByteBuffer tar = ByteBuffer.allocate(512 + has);
    tar.put(0, name.getBytes(US_ASCII)).put(124, "%011o ".formatted(says).getBytes(US_ASCII));
    tar.put(148, "        ".getBytes(US_ASCII)).put(156, (byte) '0');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar.get(i) & 0xff;
    }
    tar.put(148, "%06o\0 ".formatted(sum).getBytes(US_ASCII));
    String members =
        "!<arch>\n" + member("debian-binary", 4) + "2.0\n" + member("data.tar", 512 + has);
    return ByteBuffer.allocate(members.length() + 512 + has)
        .put(members.getBytes(US_ASCII))
        .put(tar.array())
        .array();
  }

  private static String member(String name, int size) {
    return "%-16s%-12d%-6d%-6d%-8s%-10d`\n".formatted(name, 0, 0, 0, "100644", size);
  }
}
