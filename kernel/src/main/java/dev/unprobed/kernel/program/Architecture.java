package dev.unprobed.kernel.program;

/** The processors whose kernels are understood down to their code. */
public enum Architecture {
  ARM("arm", 4),
  ARM64("arm64", 8);

  private final String kernelName;
  private final int pointerSize;

  Architecture(String kernelName, int pointerSize) {
    this.kernelName = kernelName;
    this.pointerSize = pointerSize;
  }

  /** As the kernel calls it: a folder in arch/. */
  public String kernelName() {
    return kernelName;
  }

  /** In bytes. */
  public int pointerSize() {
    return pointerSize;
  }
}
