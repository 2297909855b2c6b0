package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the kernel that a path means. */
final class Search {
  private static final Pattern IMAGE =
      Pattern.compile("(vmlinuz|vmlinux|zImage|Image)(\\.gz|\\.xz|\\.zst|\\.lz4)?(-.*)?");

  private Search() {}

  /**
   * A file is the image; a folder has it in boot/ or lib/modules/RELEASE/, or in itself.
   *
   * @throws MalformedInput when there is none, or there are several
   */
  static KernelFiles find(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return of(path);
    }
    List<Path> images = images(path);
    if (images.size() == 1) {
      return of(images.getFirst());
    }
    String which = images.stream().map(Path::toString).collect(Collectors.joining(", "));
    throw images.isEmpty()
        ? new MalformedInput(
            path.toString(),
            -1,
            "no-kernel",
            "there is no kernel image in it",
            "expected boot/vmlinuz-RELEASE, or the build tree of a kernel")
        : new MalformedInput(
            path.toString(),
            -1,
            "several-kernels",
            "there are several kernels in it",
            "give one of " + which);
  }

  private static List<Path> images(Path folder) throws IOException {
    List<Path> boot = in(folder.resolve("boot"));
    if (!boot.isEmpty()) {
      return boot;
    }
    List<Path> here = in(folder);
    if (!here.isEmpty()) {
      return here;
    }
    for (String modules : List.of("lib/modules", "usr/lib/modules")) {
      List<Path> found = inEach(folder.resolve(modules));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<Path> inEach(Path modules) throws IOException {
    if (!Files.isDirectory(modules)) {
      return List.of();
    }
    try (Stream<Path> releases = Files.list(modules)) {
      return releases
          .map(release -> release.resolve("vmlinuz"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !Files.isSymbolicLink(file) && Files.isRegularFile(file))
          .filter(file -> IMAGE.matcher(name(file)).matches())
          .sorted()
          .toList();
    }
  }

  private static KernelFiles of(Path image) {
    Path folder = parent(image.toAbsolutePath());
    String name = name(image);
    int dash = name.indexOf('-');
    boolean inModules = name(parent(folder)).equals("modules");
    String release = dash >= 0 ? name.substring(dash + 1) : inModules ? name(folder) : "";
    return new KernelFiles(image, root(folder, inModules), release);
  }

  private static Path root(Path folder, boolean inModules) {
    if (inModules) {
      Path lib = parent(parent(folder));
      Path above = parent(lib);
      return name(above).equals("usr") ? parent(above) : above;
    }
    return name(folder).equals("boot") ? parent(folder) : folder;
  }

  private static Path parent(Path path) {
    return Optional.ofNullable(path.getParent()).orElse(path);
  }

  private static String name(Path path) {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
  }
}
