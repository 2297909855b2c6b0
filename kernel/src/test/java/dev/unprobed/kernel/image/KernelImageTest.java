package dev.unprobed.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.image.KallsymsWriter.Addresses;
import dev.unprobed.kernel.image.KallsymsWriter.Form;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images that were made here, with the table of names as every generation has it. */
class KernelImageTest {
  private static final long ARM64_BASE = 0xffff800008000000L;
  private static final long ARM_BASE = 0xc0008000L;
  private static final Form USUAL = new Form(Addresses.RELATIVE, false, false, true);

  static List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (Addresses addresses : Addresses.values()) {
      for (int bits = 0; bits < 8; bits++) {
        forms.add(new Form(addresses, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0));
      }
    }
    return forms;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void arm64(Form form) {
    assertRead(Architecture.ARM64, ARM64_BASE, ByteOrder.LITTLE_ENDIAN, form, false);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void arm64BigEndian(Form form) {
    assertRead(Architecture.ARM64, ARM64_BASE, ByteOrder.BIG_ENDIAN, form, false);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void arm64Relocatable(Form form) {
    if (form.addresses() != Addresses.POINTERS) {
      assertRead(Architecture.ARM64, ARM64_BASE, ByteOrder.LITTLE_ENDIAN, form, true);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void arm(Form form) {
    var written =
        ImageWriter.write(Architecture.ARM, ARM_BASE, ByteOrder.LITTLE_ENDIAN, form, false);
    assertSame(KernelImage.read(ZImageWriter.gzip(written.bytes())), written, ARM_BASE);
  }

  private static void assertRead(
      Architecture architecture, long base, ByteOrder order, Form form, boolean relocated) {
    var written = ImageWriter.write(architecture, base, order, form, relocated);
    assertSame(KernelImage.read(Bytes.of("Image", written.bytes())), written, base);
  }

  private static void assertSame(Program program, ImageWriter.Written written, long base) {
    assertThat(program.symbols())
        .extracting(Symbol::name)
        .containsExactlyInAnyOrderElementsOf(
            written.symbols().stream().map(RawSymbol::name).toList());
    for (RawSymbol symbol : written.symbols()) {
      assertThat(program.named(symbol.name()))
          .as(symbol.name())
          .extracting(Symbol::address)
          .containsExactly(symbol.address());
    }
    assertThat(program.pointer(base + ImageWriter.DATA)).isEqualTo(base + ImageWriter.TEXT);
    assertThat(program.at(base))
        .hasValueSatisfying(all -> assertThat(all.size()).isEqualTo(ImageWriter.SIZE));
    assertThat(program.at(base - 1)).isEmpty();
    assertThat(program.at(base + ImageWriter.SIZE)).isEmpty();
    assertThat(program.pointer(base + ImageWriter.SIZE - 2)).isZero();
  }

  @Test
  void functions() {
    var written =
        ImageWriter.write(Architecture.ARM64, ARM64_BASE, ByteOrder.LITTLE_ENDIAN, USUAL, true);
    Program program = KernelImage.read(Bytes.of("Image", written.bytes()));
    Symbol seventh = program.named("function_of_7").getFirst();
    Symbol eighth = program.named("function_of_8").getFirst();
    assertThat(seventh.size()).isEqualTo(eighth.address() - seventh.address());
    assertThat(seventh.kind()).isEqualTo(Symbol.Kind.FUNCTION);
    assertThat(program.function(eighth.address() - 4)).contains(seventh);
    assertThat(program.function(eighth.address())).contains(eighth);
    assertThat(program.symbolsAt(eighth.address())).containsExactly(eighth);
    assertThat(program.isCode(seventh.address())).isTrue();
    assertThat(program.isCode(ARM64_BASE + ImageWriter.DATA)).isFalse();
    long end = program.named("_etext").getFirst().address();
    assertThat(program.isCode(end - 4)).isTrue();
    assertThat(program.isCode(end)).isFalse();
    assertThat(program.function(end)).isEmpty();
    assertThat(program.symbolsAt(ARM64_BASE + ImageWriter.TEXT)).hasSize(2);
  }

  @Test
  void relocationsThemselvesAreBlank() {
    var written =
        ImageWriter.write(Architecture.ARM64, ARM64_BASE, ByteOrder.LITTLE_ENDIAN, USUAL, true);
    Program program = KernelImage.read(Bytes.of("Image", written.bytes()));
    assertThat(program.pointer(ARM64_BASE + ImageWriter.RELOCATIONS + 16)).isZero();
  }

  @Test
  void systemMap() {
    var written =
        ImageWriter.write(Architecture.ARM64, ARM64_BASE, ByteOrder.LITTLE_ENDIAN, USUAL, true);
    List<RawSymbol> map = new ArrayList<>(written.symbols());
    map.addFirst(new RawSymbol(ARM64_BASE, 't', "_text"));
    map.add(new RawSymbol(ARM64_BASE + ImageWriter.DATA, 'd', "some_driver"));
    Bytes image = Bytes.of("Image", written.bytes());
    Program program = KernelImage.read(image, map);
    assertThat(program.named("some_driver")).hasSize(1);
    assertThat(program.pointer(ARM64_BASE + ImageWriter.DATA))
        .isEqualTo(ARM64_BASE + ImageWriter.TEXT);
    List<RawSymbol> other =
        map.stream().map(s -> new RawSymbol(s.address() + 0x1004, s.type(), s.name())).toList();
    List<RawSymbol> moved = new ArrayList<>(other);
    moved.addFirst(map.getFirst());
    assertThatThrownBy(() -> KernelImage.read(image, moved))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("wrong-system-map"));
  }

  @Test
  void withoutNames() {
    var written =
        ImageWriter.write(Architecture.ARM64, ARM64_BASE, ByteOrder.LITTLE_ENDIAN, USUAL, false);
    java.util.Arrays.fill(written.bytes(), ImageWriter.TABLE, ImageWriter.RELOCATIONS, (byte) 0);
    assertThatThrownBy(() -> KernelImage.read(Bytes.of("Image", written.bytes())))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("no-kallsyms"));
  }
}
