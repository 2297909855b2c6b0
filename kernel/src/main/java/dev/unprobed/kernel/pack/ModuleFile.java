package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.modinfo.ModuleLists;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A module of a package.
 *
 * @param path KBUILD_MODFILE where it lies in the usual place, such as drivers/clk/qcom/clk-rpm; of
 *     an out-of-tree module as it lies, such as updates/foo
 * @param file where its bytes are
 */
public record ModuleFile(String path, Path file) {
  /** KBUILD_MODNAME. */
  public String name() {
    return ModuleLists.name(path);
  }

  /** Its ELF file, unpacked if need be; read anew each time. */
  public Bytes bytes() throws IOException {
    return WholeFile.unpacked(file);
  }
}
