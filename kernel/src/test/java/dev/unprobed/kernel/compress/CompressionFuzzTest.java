package dev.unprobed.kernel.compress;

/** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
class CompressionFuzzTest {
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void unpack(byte[] bytes) {
    Victim.unpack(bytes);
  }
}
