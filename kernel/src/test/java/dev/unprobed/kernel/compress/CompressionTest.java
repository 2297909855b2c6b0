package dev.unprobed.kernel.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.fuzz.Damage;
import io.airlift.compress.v3.lz4.Lz4JavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** What is packed well, what is packed badly, and what would never end. */
class CompressionTest {
  @ParameterizedTest
  @EnumSource
  void unpacks(Compression compression) throws IOException {
    Bytes packed = Bytes.of("file", pack(compression, text(5000)));
    assertThat(Compression.at(packed, 0)).contains(compression);
    assertThat(compression.unpack(packed, "file(x)", Victim.LIMIT).copy()).isEqualTo(text(5000));
  }

  @ParameterizedTest
  @EnumSource
  void damaged(Compression compression) throws IOException {
    Damage.all(pack(compression, text(3000)), bytes -> Victim.unpack(compression, bytes));
  }

  /** A thousandth of what it would unpack to, and no more memory than was allowed. */
  @ParameterizedTest
  @EnumSource
  void bombs(Compression compression) throws IOException {
    Bytes bomb = Bytes.of("bomb", pack(compression, new byte[6 << 20]));
    assertThat(bomb.size()).isLessThan(Victim.LIMIT / 16);
    assertThatExceptionOfType(MalformedInput.class)
        .isThrownBy(() -> compression.unpack(bomb, "bomb(x)", Victim.LIMIT))
        .satisfies(e -> {
          assertThat(e.check()).isEqualTo("too-large");
          assertThat(e.offset()).isZero();
        });
  }

  /** Some of it repeats. */
  private static byte[] text(int size) {
    Random random = new Random(size);
    byte[] text = new byte[size];
    for (int i = 0; i < size; i++) {
      text[i] = (byte) (random.nextInt(3) == 0 || i < 40 ? random.nextInt() : text[i - 37]);
    }
    return text;
  }

  private static byte[] pack(Compression compression, byte[] plain) throws IOException {
    return switch (compression) {
      case ZSTD -> zstd(plain);
      case LZ4 -> lz4(plain);
      case GZIP, BZIP2, XZ, LZMA -> {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = stream(compression, packed)) {
          out.write(plain);
        }
        yield packed.toByteArray();
      }
    };
  }

  private static OutputStream stream(Compression compression, OutputStream out) throws IOException {
    return switch (compression) {
      case GZIP -> new GZIPOutputStream(out);
      case BZIP2 -> new BZip2CompressorOutputStream(out);
      case XZ -> new XZOutputStream(out, new LZMA2Options());
      case LZMA -> new LZMAOutputStream(out, new LZMA2Options(), -1);
      case ZSTD, LZ4 -> throw new IllegalArgumentException(compression.label());
    };
  }

  private static byte[] zstd(byte[] plain) {
    ZstdJavaCompressor compressor = new ZstdJavaCompressor();
    byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
    int size = compressor.compress(plain, 0, plain.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, size);
  }

  /** One block of the legacy frame. */
  private static byte[] lz4(byte[] plain) {
    Lz4JavaCompressor compressor = new Lz4JavaCompressor();
    byte[] block = new byte[compressor.maxCompressedLength(plain.length)];
    int size = compressor.compress(plain, 0, plain.length, block, 0, block.length);
    ByteBuffer frame = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
    return frame.putInt(0x184c2102).putInt(size).put(block, 0, size).array();
  }
}
