package dev.unprobed.kernel.btf;

/** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
class BtfFuzzTest {
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void section(byte[] bytes) {
    Victim.read(bytes);
  }
}
