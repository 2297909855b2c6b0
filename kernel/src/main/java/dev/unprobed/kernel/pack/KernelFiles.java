package dev.unprobed.kernel.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the files of one kernel lie: below / on an installed system, below the folder that a
 * package was unpacked to, or beside a lone image. Distributions differ; each place is tried.
 *
 * @param release empty when no name tells it
 */
record KernelFiles(Path image, Path root, String release) {

  Optional<Path> config() {
    return firstFile(List.of("boot/config-" + release, "config-" + release))
        .or(() -> inModules("config"))
        .or(() -> beside("config-" + release, "config", ".config"));
  }

  Optional<Path> systemMap() {
    return firstFile(List.of("boot/System.map-" + release, "System.map-" + release))
        .or(() -> inModules("System.map"))
        .or(() -> beside("System.map-" + release, "System.map"));
  }

  Optional<Path> modules() {
    return release.isEmpty()
        ? Optional.empty()
        : firstFolder(List.of("lib/modules/" + release, "usr/lib/modules/" + release));
  }

  Optional<Path> deviceTrees() {
    Optional<Path> folder =
        release.isEmpty()
            ? Optional.empty()
            : firstFolder(
                List.of(
                    "usr/lib/linux-image-" + release,
                    "boot/dtbs/" + release,
                    "boot/dtb-" + release,
                    "boot/dtb/" + release,
                    "usr/lib/firmware/" + release + "/device-tree",
                    "lib/firmware/" + release + "/device-tree"));
    return folder
        .or(() -> modules().map(modules -> modules.resolve("dtb")).filter(Files::isDirectory))
        .or(() -> modules().map(modules -> modules.resolve("dtbs")).filter(Files::isDirectory));
  }

  private Optional<Path> inModules(String name) {
    return modules().map(modules -> modules.resolve(name)).filter(Files::isRegularFile);
  }

  private Optional<Path> beside(String... names) {
    return Stream.of(names).map(image::resolveSibling).filter(Files::isRegularFile).findFirst();
  }

  private Optional<Path> firstFile(List<String> names) {
    return names.stream().map(root::resolve).filter(Files::isRegularFile).findFirst();
  }

  private Optional<Path> firstFolder(List<String> names) {
    return names.stream().map(root::resolve).filter(Files::isDirectory).findFirst();
  }
}
