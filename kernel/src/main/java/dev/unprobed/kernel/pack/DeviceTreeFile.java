package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A device tree of a package.
 *
 * @param name below the folder of device trees, such as exynos4210-smdkv310.dtb or
 *     broadcom/bcm2837-rpi-3-b.dtb; an overlay ends in .dtbo
 * @param file where its bytes are
 */
public record DeviceTreeFile(String name, Path file) {
  /** The blob; read anew each time. */
  public Bytes bytes() throws IOException {
    return WholeFile.read(file);
  }
}
