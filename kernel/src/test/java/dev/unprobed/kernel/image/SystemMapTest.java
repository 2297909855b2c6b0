package dev.unprobed.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The names of a real image against the System.map of its build: {@code -Dunprobed.built=FOLDER}
 * with System.map and arch/ARCH/boot/Image or zImage.
 */
@EnabledIfSystemProperty(named = "unprobed.built", matches = ".+")
class SystemMapTest {
  @Test
  void everySymbolIsInTheMap() throws IOException {
    Path build = Path.of(System.getProperty("unprobed.built"));
    Path image = build.resolve("arch/arm64/boot/Image");
    image = Files.exists(image) ? image : build.resolve("arch/arm/boot/zImage");
    Program program = KernelImage.read(Bytes.of(image.toString(), Files.readAllBytes(image)));
    Set<String> map = map(build.resolve("System.map"));
    var unknown =
        program.symbols().stream()
            .map(symbol -> Long.toHexString(symbol.address()) + " " + symbol.name())
            .filter(line -> !map.contains(line))
            .toList();
    assertThat(unknown).isEmpty();
    long functions =
        program.symbols().stream().filter(s -> s.kind() == Symbol.Kind.FUNCTION).count();
    System.out.printf(
        "SystemMapTest: %d symbols, %d of them functions, all among the %d of System.map%n",
        program.symbols().size(), functions, map.size());
  }

  private static Set<String> map(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.replaceFirst("^0+", "").replaceFirst(" . ", " "))
          .collect(Collectors.toSet());
    }
  }
}
