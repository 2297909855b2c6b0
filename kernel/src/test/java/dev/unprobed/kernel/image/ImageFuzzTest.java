package dev.unprobed.kernel.image;

/** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
class ImageFuzzTest {
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void wrapped(byte[] bytes) {
    Victim.read(bytes);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void kallsyms(byte[] bytes) {
    Victim.readRaw(bytes);
  }
}
