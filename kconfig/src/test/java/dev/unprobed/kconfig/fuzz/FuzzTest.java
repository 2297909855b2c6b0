package dev.unprobed.kconfig.fuzz;

/** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
class FuzzTest {
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "3m")
  void kconfig(byte[] text) {
    Victims.kconfig(text);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "3m")
  void config(byte[] text) {
    Victims.config(text);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "3m")
  void record(byte[] text) {
    Victims.record(text);
  }
}
