package dev.unprobed.kernel.pack;

/** Jazzer's inputs: those in the resources of this name, or with JAZZER_FUZZ=1 new ones. */
class PackageFuzzTest {
  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void deb(byte[] bytes) {
    Victim.list(bytes);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void tar(byte[] bytes) {
    Victim.list(TarWriter.deb(bytes));
  }
}
