package dev.unprobed.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.image.KallsymsWriter.Addresses;
import dev.unprobed.kernel.image.KallsymsWriter.Form;
import dev.unprobed.kernel.image.Layer.Kind;
import dev.unprobed.kernel.program.Architecture;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTableTest {
  private static final long BASE = 0xffff800008000000L;

  /** Kernels that have the addresses last have the order by name behind them. */
  @ParameterizedTest
  @CsvSource({
    "RELATIVE, false, true, false",
    "RELATIVE, false, false, false",
    "RELATIVE, false, false, true",
    "RELATIVE, true, false, true",
    "POINTERS, false, true, false",
    "PER_CPU, true, false, true"
  })
  void knowsWhereKallsymsEnd(
      Addresses addresses, boolean behind, boolean longMarkers, boolean sequence) {
    Form form = new Form(addresses, behind, longMarkers, sequence);
    var written = ImageWriter.write(Architecture.ARM64, BASE, ByteOrder.LITTLE_ENDIAN, form, false);
    int size =
        KallsymsWriter.write(
                written.symbols(), BASE + ImageWriter.TEXT, form, 8, ByteOrder.LITTLE_ENDIAN)
            .bytes()
            .length;
    List<ImageTable> tables = KernelImage.tables(Bytes.of("Image", written.bytes()));
    assertThat(tables)
        .containsExactly(
            new ImageTable(ImageTable.Kind.KALLSYMS, ImageWriter.TABLE, (size + 7L) & -8));
  }

  @Test
  void countsRelocationsAndTheHolesBetweenThem() {
    byte[] image = ImageWriter.arm64();
    assertThat(KernelImage.tables(Bytes.of("Image", image)))
        .extracting(ImageTable::kind)
        .containsExactly(ImageTable.Kind.KALLSYMS, ImageTable.Kind.RELOCATIONS);
    // forty of them; the nineteenth and the twentieth are not used
    java.util.Arrays.fill(
        image, ImageWriter.RELOCATIONS + 18 * 24, ImageWriter.RELOCATIONS + 20 * 24, (byte) 0);
    assertThat(KernelImage.tables(Bytes.of("Image", image)).getLast())
        .isEqualTo(new ImageTable(ImageTable.Kind.RELOCATIONS, ImageWriter.RELOCATIONS, 40 * 24));
  }

  @Test
  void tellsWhatABootFileIsMadeOf() {
    byte[] image = ImageWriter.arm64();
    byte[] packed = ZImageWriter.gzipped(image);
    assertThat(KernelImage.layers(Bytes.of("Image", image)))
        .containsExactly(new Layer(Kind.KERNEL, image.length));
    assertThat(KernelImage.layers(Bytes.of("Image.gz", packed)))
        .containsExactly(new Layer(Kind.PACKED_KERNEL, packed.length));
    assertThat(KernelImage.layers(ZImageWriter.gzip(image)))
        .containsExactly(
            new Layer(Kind.DECOMPRESSOR, 0x200),
            new Layer(Kind.PACKED_KERNEL, packed.length),
            new Layer(Kind.PADDING, 100));
    assertThat(KernelImage.layers(ZImageWriter.zboot(packed)))
        .containsExactly(
            new Layer(Kind.HEADER, 0x200),
            new Layer(Kind.PACKED_KERNEL, packed.length),
            new Layer(Kind.PADDING, 4));
  }
}
