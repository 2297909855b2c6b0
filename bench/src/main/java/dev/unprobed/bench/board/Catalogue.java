package dev.unprobed.bench.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kernels and machines of {@code bench/board}. */
public final class Catalogue {

  private final Packages packages;
  private final Map<String, String> kernels = new HashMap<>();
  private final Map<String, StockKernel> found = new HashMap<>();
  private final List<Pairing> machines;
  private final Map<String, Path> builds;

  private Catalogue(Packages packages, List<Pairing> machines, Map<String, Path> builds) {
    this.packages = packages;
    this.machines = machines;
    this.builds = builds;
  }

  /**
   * Reads both files.
   *
   * @param root the folder of the project
   * @param builds build trees by the names of their kernels
   */
  public static Catalogue read(Path root, Map<String, Path> builds) throws IOException {
    Path folder = root.resolve("bench/board");
    List<Pairing> machines =
        lines(folder.resolve("machines")).stream().map(Pairing::parse).toList();
    Catalogue catalogue = new Catalogue(new Packages(root), machines, Map.copyOf(builds));
    for (String line : lines(folder.resolve("kernels"))) {
      catalogue.kernels.put(fields(line).getFirst(), line);
    }
    return catalogue;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  public List<Pairing> machines() {
    return machines;
  }

  /** A kernel, fetched if need be; empty if it is one to be built and no build tree was named. */
  public Optional<StockKernel> kernel(String name) throws IOException {
    if (!found.containsKey(name)) {
      find(name).ifPresent(kernel -> found.put(name, kernel));
    }
    return Optional.ofNullable(found.get(name));
  }

  private Optional<StockKernel> find(String name) throws IOException {
    List<String> fields = fields(kernels.getOrDefault(name, name + "| |"));
    String architecture = fields.get(1);
    if (builds.containsKey(name)) {
      return Optional.of(StockKernel.built(architecture, builds.get(name)));
    }
    return fields.get(2).isEmpty()
        ? Optional.empty()
        : Optional.of(
            StockKernel.unpacked(
                architecture, packages.unpacked(architecture, fields.get(2).split(" +"))));
  }

  /** A static busybox for the kernel's architecture. */
  Path busybox(StockKernel kernel) throws IOException {
    return packages.unpacked(kernel.architecture(), "busybox-static").resolve("bin/busybox");
  }
}
