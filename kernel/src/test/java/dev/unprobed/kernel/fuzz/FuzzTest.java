package dev.unprobed.kernel.fuzz;

/** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
class FuzzTest {
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void elf(byte[] bytes) {
    Victims.elf(bytes);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void program(byte[] bytes) {
    Victims.program(bytes);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void archive(byte[] bytes) {
    Victims.archive(bytes);
  }
}
