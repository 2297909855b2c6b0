package dev.unprobed.kernel.unit;

import dev.unprobed.kernel.program.Architecture;
import java.util.List;
import java.util.Map;

/**
 * A kernel as it was built or packaged.
 *
 * @param path the package, image or build tree as the user knows it
 * @param release as {@code uname -r} says, such as 6.1.0-56-arm64
 * @param config values of symbols, without CONFIG_; only n is missing. Empty when there is no
 *     configuration beside the kernel.
 * @param units built-in ones in link order, then modules by path
 * @param remarks what could not be read, for people
 */
public record Kernel(
    String path,
    String release,
    Architecture architecture,
    Map<String, String> config,
    List<Unit> units,
    List<String> remarks) {}
