package dev.unprobed.kconfig.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CRandomTest {
  private static final int COUNT = 5000;

  private static final String PROGRAM =
      """
      #include <stdio.h>
      #include <stdlib.h>
      int main(int argc, char **argv)
      {
      	srand((unsigned int)strtoll(argv[1], NULL, 10));
      	for (int i = 0; i < %d; i++)
      		printf("%%d\\n", rand());
      	return argc != 2;
      }
      """
          .formatted(COUNT);

  @TempDir Path folder;

  /** The first numbers that every C program on Linux gets that does not call srand(). */
  @Test
  void beginsAsGlibcDoes() {
    CRandom random = new CRandom(1);
    assertThat(random.next()).isEqualTo(1804289383);
    assertThat(random.next()).isEqualTo(846930886);
    assertThat(random.next()).isEqualTo(1681692777);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 42, 16807, 0x7ffffffe, 0x7fffffff, 0x80000000, -1, -12345678})
  void isGlibcsRand(int seed) throws Exception {
    CRandom random = new CRandom(seed);
    String ours =
        IntStream.range(0, COUNT).mapToObj(i -> random.next() + "\n").collect(Collectors.joining());
    assertThat(ours).isEqualTo(glibc(seed));
  }

  private String glibc(int seed) throws Exception {
    Path source = folder.resolve("rand.c");
    Files.writeString(source, PROGRAM);
    Path program = folder.resolve("rand");
    try {
      run("gcc", "-o", program.toString(), source.toString());
    } catch (IOException e) {
      String text = "rand() cannot be compared without gcc: " + e.getMessage();
      if ("true".equals(System.getenv("CI"))) {
        return fail(text);
      }
      System.out.println("SKIPPED: " + text);
      return abort(text);
    }
    return run(program.toString(), Integer.toString(seed));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
