package dev.unprobed.board;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.program.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arm,cortex-a9",
        "arm,arm1176jzf-s",
        "qcom,krait",
        "riscv",
        "mti,mips24KEc",
        "intel,ce4100",
        "loongson,la264"
      })
  void refusesWhatCannotRunIt(String processor) {
    assertThatThrownBy(() -> Processors.demand(board(processor), Architecture.ARM64))
        .isInstanceOf(MalformedInput.class)
        .hasMessage("its processor (" + processor + ") cannot run a kernel for arm64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"arm,cortex-a53", "arm,cortex-a72", "arm,armv8", "acme,fast", "qcom,kryo"})
  void takesWhatCanOrIsNotKnown(String processor) {
    assertThatCode(() -> Processors.demand(board(processor), Architecture.ARM64))
        .doesNotThrowAnyException();
    assertThatCode(() -> Processors.demand(board(processor), Architecture.ARM))
        .doesNotThrowAnyException();
  }

  @Test
  void takesTreesWithoutProcessors() {
    assertThatCode(() -> Processors.demand(Board.of(Trees.of("")), Architecture.ARM64))
        .doesNotThrowAnyException();
  }

  private static Board board(String processor) {
    return Board.of(
        Trees.of("cpus { cpu { device_type = \"cpu\"; compatible = \"" + processor + "\"; }; };"));
  }
}
