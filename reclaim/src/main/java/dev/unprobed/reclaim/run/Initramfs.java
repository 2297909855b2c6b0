package dev.unprobed.reclaim.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.TreeSet;

/**
 * A root file system for the kernel to unpack: a cpio archive in the format "newc", as
 * Documentation/driver-api/early-userspace/buffer-format.rst describes it. Written here because a
 * device node needs root everywhere else. The same contents make the same bytes.
 */
public final class Initramfs {

  private static final int FOLDER = 0040755;
  private static final int PROGRAM = 0100755;
  private static final int CHARACTER_DEVICE = 0020600;
  private static final int ALIGNMENT = 4;
  private static final byte[] NOTHING = {};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TreeSet<String> folders = new TreeSet<>();
  private int inode = 1;

  /** Adds a file that everybody may run. */
  public Initramfs program(String path, byte[] content) {
    folders(path);
    entry(path, PROGRAM, 0, 0, content);
    return this;
  }

  public Initramfs characterDevice(String path, int major, int minor) {
    folders(path);
    entry(path, CHARACTER_DEVICE, major, minor, NOTHING);
    return this;
  }

  /** The whole archive; nothing can be added afterwards. */
  public byte[] bytes() {
    entry("TRAILER!!!", 0, 0, 0, NOTHING);
    return out.toByteArray();
  }

  private void folders(String path) {
    for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      String folder = path.substring(0, end);
      if (folders.add(folder)) {
        entry(folder, FOLDER, 0, 0, NOTHING);
      }
    }
  }

  private void entry(String path, int mode, int major, int minor, byte[] content) {
    int[] fields = {
      inode++, mode, 0, 0, 1, 0, content.length, 0, 0, major, minor, path.length() + 1, 0
    };
    StringBuilder header = new StringBuilder("070701");
    for (int field : fields) {
      header.append("%08x".formatted(field));
    }
    out.writeBytes(header.append(path).append('\0').toString().getBytes(US_ASCII));
    align();
    out.writeBytes(content);
    align();
  }

  private void align() {
    while (out.size() % ALIGNMENT != 0) {
      out.write(0);
    }
  }
}
