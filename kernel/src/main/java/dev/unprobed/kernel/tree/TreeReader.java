package dev.unprobed.kernel.tree;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.config.ConfigFile;
import dev.unprobed.kernel.modinfo.ModuleLists;
import dev.unprobed.kernel.unit.Linkage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a build tree says of itself; no object is opened. */
final class TreeReader {
  private final Path root;
  private final List<String> remarks = new ArrayList<>();

  /** Who an object is for. */
  private record Owner(String name, String path) {}

  TreeReader(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  BuildTree read() throws IOException {
    Map<String, String> config =
        ConfigFile.parse(Files.readString(root.resolve(".config"), StandardCharsets.ISO_8859_1));
    return new BuildTree(root, release(), config, builtIn(), modules(), List.copyOf(remarks));
  }

  private String release() throws IOException {
    Path file = root.resolve("include/config/kernel.release");
    return Files.isRegularFile(file) ? Files.readString(file).strip() : "";
  }

  private List<TreeUnit> builtIn() throws IOException {
    List<TreeObject> objects = new LinkOrder(root, remarks).objects();
    // Thousands of small files: most of the time is spent waiting for the system.
    List<Owner> owners = objects.parallelStream().map(this::owner).toList();
    Map<Owner, List<TreeObject>> units = new LinkedHashMap<>();
    for (int i = 0; i < objects.size(); i++) {
      units.computeIfAbsent(owners.get(i), o -> new ArrayList<>()).add(objects.get(i));
    }
    return units.entrySet().stream()
        .map(e -> unit(e.getKey(), Linkage.BUILT_IN, e.getValue()))
        .toList();
  }

  private static TreeUnit unit(Owner owner, Linkage linkage, List<TreeObject> objects) {
    return new TreeUnit(owner.name(), owner.path(), linkage, List.copyOf(objects));
  }

  private Owner owner(TreeObject object) {
    try {
      return CommandFile.of(object.made())
          .flatMap(TreeReader::owner)
          .orElseGet(() -> byObject(TreeObject.relative(root, object.made())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An object of several units names them all; it is linked for the first. */
  private static Optional<Owner> owner(CommandFile command) {
    return command
        .defined("KBUILD_MODFILE")
        .map(files -> first(files, ' '))
        .filter(file -> !file.isEmpty())
        .map(file ->
            new Owner(
                command
                    .defined("KBUILD_MODNAME")
                    .map(names -> first(names, ':'))
                    .orElseGet(() -> ModuleLists.name(file)),
                file));
  }

  private static String first(String list, char separator) {
    int end = list.indexOf(separator);
    return end < 0 ? list : list.substring(0, end);
  }

  private static Owner byObject(String path) {
    String stem = path.endsWith(".o") ? path.substring(0, path.length() - 2) : path;
    return new Owner(ModuleLists.name(stem), stem);
  }

  private List<TreeUnit> modules() throws IOException {
    Path order = root.resolve("modules.order");
    List<TreeUnit> modules = new ArrayList<>();
    if (Files.isRegularFile(order)) {
      for (String path : ModuleLists.built(Bytes.of(order))) {
        module(path).ifPresent(modules::add);
      }
    }
    return List.copyOf(modules);
  }

  private Optional<TreeUnit> module(String path) {
    Path file = root.resolve(path + ".ko").normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      remarks.add(path + ".ko is missing");
      return Optional.empty();
    }
    Owner owner = new Owner(ModuleLists.name(path), path);
    return Optional.of(unit(owner, Linkage.MODULE, List.of(TreeObject.of(root, file))));
  }
}
