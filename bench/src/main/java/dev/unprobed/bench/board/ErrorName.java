package dev.unprobed.bench.board;

import java.util.Map;

/** Names of errors (include/uapi/asm-generic/errno-base.h, errno.h, include/linux/errno.h). */
final class ErrorName {

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "EPERM"),
          Map.entry(2, "ENOENT"),
          Map.entry(5, "EIO"),
          Map.entry(6, "ENXIO"),
          Map.entry(11, "EAGAIN"),
          Map.entry(12, "ENOMEM"),
          Map.entry(14, "EFAULT"),
          Map.entry(16, "EBUSY"),
          Map.entry(17, "EEXIST"),
          Map.entry(19, "ENODEV"),
          Map.entry(22, "EINVAL"),
          Map.entry(34, "ERANGE"),
          Map.entry(61, "ENODATA"),
          Map.entry(71, "EPROTO"),
          Map.entry(95, "EOPNOTSUPP"),
          Map.entry(110, "ETIMEDOUT"),
          Map.entry(121, "EREMOTEIO"),
          Map.entry(517, "EPROBE_DEFER"),
          Map.entry(524, "ENOTSUPP"));

  private ErrorName() {}

  /** The number with its name, if it has one here. */
  static String of(int error) {
    String name = NAMES.get(Math.abs(error));
    return name == null ? Integer.toString(error) : "-" + name;
  }
}
