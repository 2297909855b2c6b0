package dev.unprobed.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.compress.Compression;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images packed by the tools that a kernel's build uses, with its options. */
class WrappingTest {
  private static final int SIZE = 9 << 20;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip -n -f -9",
        "xz --check=crc32 --arm --lzma2=dict=32MiB",
        "lzma -9",
        "lz4 -l -9",
        "zstd -22 --ultra",
      })
  void zImage(String command) throws IOException {
    byte[] image = image();
    byte[] packed = packed(command, image);
    Bytes wrapped =
        command.startsWith("gzip")
            ? ZImageWriter.gzip(image)
            : ZImageWriter.other(packed, image.length);
    RawImage raw = Wrapping.remove(wrapped);
    assertThat(raw.architecture()).isEqualTo(Architecture.ARM);
    assertThat(raw.bytes().copy()).isEqualTo(image);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "xz --check=crc32", "lzma -9", "lz4 -l", "zstd -22 --ultra", "bzip2"})
  void arm64PackedAndZboot(String command) throws IOException {
    byte[] image = arm64();
    byte[] packed = packed(command, image);
    assertThat(Wrapping.remove(Bytes.of("Image.x", packed)).bytes().copy()).isEqualTo(image);
    RawImage raw = Wrapping.remove(ZImageWriter.zboot(packed));
    assertThat(raw.architecture()).isEqualTo(Architecture.ARM64);
    assertThat(raw.bytes().copy()).isEqualTo(image);
  }

  @Test
  void unified() {
    byte[] image = arm64();
    ByteBuffer pe = ByteBuffer.allocate(0x400 + image.length).order(ByteOrder.LITTLE_ENDIAN);
    pe.putShort(0, (short) 0x5a4d)
        .putInt(0x3c, 0x80)
        .putInt(0x80, 0x4550)
        .putShort(0x86, (short) 2);
    pe.put(0x98, ".osrel".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    pe.put(0xc0, ".linux".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    pe.putInt(0xc8, image.length).putInt(0xd0, image.length).putInt(0xd4, 0x400);
    pe.put(0x400, image);
    assertThat(Wrapping.remove(Bytes.of("linux.efi", pe.array())).bytes().copy()).isEqualTo(image);
  }

  @Test
  void bomb() throws IOException {
    Path bomb = directory.resolve("bomb.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] zeroes = new byte[1 << 20];
      for (long size = 0; size <= Compression.LIMIT; size += zeroes.length) {
        out.write(zeroes);
      }
    }
    Bytes file = Bytes.of("bomb.gz", Files.readAllBytes(bomb));
    assertThatThrownBy(() -> Wrapping.remove(file))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("too-large"));
  }

  @Test
  void packedOverAndOver() {
    byte[] image = arm64();
    for (int i = 0; i < 9; i++) {
      image = ZImageWriter.gzipped(image);
    }
    Bytes file = Bytes.of("Image.gz.gz", image);
    assertThatThrownBy(() -> Wrapping.remove(file))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("nested-image"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "xz", "lzma", "lz4 -l", "zstd", "bzip2"})
  void truncated(String command) throws IOException {
    byte[] packed = packed(command, arm64());
    byte[] half = java.util.Arrays.copyOf(packed, packed.length / 2);
    assertThatThrownBy(() -> Wrapping.remove(Bytes.of("half", half)))
        .isInstanceOf(MalformedInput.class);
  }

  @Test
  void somethingElse() {
    assertThatThrownBy(() -> Wrapping.remove(Bytes.of("noise", new byte[4096])))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("unknown-image"));
  }

  private byte[] packed(String command, byte[] image) throws IOException {
    Path file = Files.write(directory.resolve("image"), image);
    String[] words = (command + " -c").split(" ", -1);
    // from a pipe, as the kernel's build does
    String script = "cat " + file + " | \"$@\" > packed";
    Tool.of(words[0]);
    String[] arguments = new String[words.length + 3];
    arguments[0] = "-c";
    arguments[1] = script;
    arguments[2] = "sh";
    System.arraycopy(words, 0, arguments, 3, words.length);
    Tool.of("sh").run(directory, arguments);
    return Files.readAllBytes(directory.resolve("packed"));
  }

  /** Most of it compresses well, some not at all; larger than a block of LZ4. */
  private static byte[] image() {
    byte[] image = new byte[SIZE];
    new Random(7).nextBytes(image);
    java.util.Arrays.fill(image, SIZE / 16, SIZE - 1000, (byte) 'x');
    return image;
  }

  private static byte[] arm64() {
    byte[] image = image();
    ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(0x38, 0x644d5241).putLong(24, 0);
    return image;
  }
}
