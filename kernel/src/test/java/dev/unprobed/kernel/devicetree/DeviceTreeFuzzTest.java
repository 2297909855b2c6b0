package dev.unprobed.kernel.devicetree;

/** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
class DeviceTreeFuzzTest {
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void blob(byte[] bytes) {
    Victim.read(bytes);
  }

  /** Two blobs, one behind the other: the second is laid over the first. */
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void overlay(byte[] bytes) {
    Victim.overlay(bytes);
  }
}
