package dev.unprobed.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.image.KallsymsWriter.Addresses;
import dev.unprobed.kernel.image.KallsymsWriter.Form;
import dev.unprobed.kernel.program.Architecture;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good images with bad bytes in them. */
class HostileImageTest {
  private static final int ROUNDS = 60;
  private static final Form FORM = new Form(Addresses.RELATIVE, false, false, true);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void changedAtRandom(boolean relocated) {
    long seed = Long.getLong("unprobed.seed", 42);
    System.out.println("HostileImageTest: -Dunprobed.seed=" + seed);
    Random random = new Random(seed);
    byte[] good = good(relocated);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i < 1 << random.nextInt(12); i++) {
        // mostly where the tables are
        int from = random.nextInt(4) == 0 ? 0 : ImageWriter.TABLE;
        bad[from + random.nextInt(bad.length - from)] = (byte) random.nextInt();
      }
      inTime(bad);
    }
  }

  @Test
  void cutOff() {
    byte[] good = good(true);
    for (int size = 0; size < good.length; size += 4099) {
      inTime(Arrays.copyOf(good, size));
    }
  }

  /** Its names come before its end, so that all of them would still be there. */
  @Test
  void cutOffBeforeTheEndOfItsCode() {
    long base = 0xffff800008000000L;
    var written = ImageWriter.write(Architecture.ARM64, base, ByteOrder.LITTLE_ENDIAN, FORM, true);
    List<RawSymbol> map = new ArrayList<>(written.symbols());
    map.add(new RawSymbol(base, 'T', "_text"));
    map.add(new RawSymbol(base + ImageWriter.SIZE, 'T', "_einittext"));
    Bytes whole = Bytes.of("Image", written.bytes());
    assertThat(KernelImage.read(whole, map).named("_einittext")).hasSize(1);
    Bytes cut = Bytes.of("Image", Arrays.copyOf(written.bytes(), ImageWriter.SIZE - 8));
    assertThatExceptionOfType(MalformedInput.class)
        .isThrownBy(() -> KernelImage.read(cut, map))
        .satisfies(e -> {
          assertThat(e.check()).isEqualTo("truncated");
          assertThat(e.offset()).isEqualTo(ImageWriter.SIZE - 8);
        });
  }

  /** Names that seem to be everywhere, to keep a search busy. */
  @Test
  void countsEverywhere() {
    byte[] bad = good(false);
    for (int at = 0x100; at < ImageWriter.TABLE; at += 8) {
      bad[at] = (byte) 0x00;
      bad[at + 1] = 0x10;
      Arrays.fill(bad, at + 2, at + 8, (byte) 0);
    }
    inTime(bad);
  }

  private static void inTime(byte[] image) {
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> Victim.read(image));
  }

  private static byte[] good(boolean relocated) {
    return ImageWriter.write(
            Architecture.ARM64, 0xffff800008000000L, ByteOrder.LITTLE_ENDIAN, FORM, relocated)
        .bytes();
  }
}
