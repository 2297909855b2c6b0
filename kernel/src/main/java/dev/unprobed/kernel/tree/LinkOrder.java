package dev.unprobed.kernel.tree;

import dev.unprobed.kernel.archive.Archive;
import dev.unprobed.kernel.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The objects of a kernel in the order in which they are linked: those of vmlinux.a (since 6.1), or
 * of the built-in.a of each folder when that is missing.
 */
final class LinkOrder {
  private static final String WHOLE = "vmlinux.a";
  private static final String FOLDER = "built-in.a";
  private static final int DEEPEST = 16;

  /** The folders at the root in Kbuild's order; those that are not here come after them. */
  private static final List<String> FIRST =
      List.of(
          "init",
          "usr",
          "arch",
          "kernel",
          "certs",
          "mm",
          "fs",
          "ipc",
          "security",
          "crypto",
          "block",
          "io_uring",
          "rust",
          "lib",
          "drivers",
          "sound",
          "samples",
          "net",
          "virt");

  private final Path root;
  private final List<String> remarks;
  private final Map<String, TreeObject> objects = new LinkedHashMap<>();
  private final Set<Path> seen = new HashSet<>();

  LinkOrder(Path root, List<String> remarks) {
    this.root = root;
    this.remarks = remarks;
  }

  List<TreeObject> objects() throws IOException {
    if (Files.isRegularFile(root.resolve(WHOLE))) {
      archive(root.resolve(WHOLE), 0);
    } else if (Files.isRegularFile(root.resolve(FOLDER))) {
      archive(root.resolve(FOLDER), 0);
    } else {
      remarks.add("there is no vmlinux.a: the build did not end, and units may be missing");
      folder(root, 0);
    }
    return List.copyOf(objects.values());
  }

  /** An archive has what those below it have. */
  private void folder(Path folder, int depth) throws IOException {
    Path archive = folder.resolve(FOLDER);
    if (Files.isRegularFile(archive)) {
      archive(archive, 0);
    } else if (depth < DEEPEST) {
      for (Path child : children(folder)) {
        folder(child, depth + 1);
      }
    }
  }

  private List<Path> children(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> folders =
          new ArrayList<>(
              entries
                  .filter(f -> Files.isDirectory(f) && !Files.isSymbolicLink(f))
                  .sorted()
                  .toList());
      if (folder.equals(root)) {
        folders.sort(Comparator.comparingInt(LinkOrder::rank));
      }
      return folders;
    }
  }

  private static int rank(Path folder) {
    int index = FIRST.indexOf(String.valueOf(folder.getFileName()));
    return index < 0 ? FIRST.size() : index;
  }

  /** Each archive counts once, however often others name it. */
  private void archive(Path file, int depth) throws IOException {
    if (!seen.add(file)) {
      return;
    }
    Archive archive = Archive.read(Bytes.of(file));
    for (Archive.Member member : archive.members()) {
      if (!member.isOutside()) {
        String path = TreeObject.relative(root, file) + "(" + member.name() + ")";
        long offset = member.content().base();
        Path made = file.resolveSibling(member.name());
        put(new TreeObject(path, made, file, offset, member.content().size()));
      } else {
        outside(file, member, depth);
      }
    }
  }

  /** What a hostile archive names outside of the tree stays there. */
  private void outside(Path archive, Archive.Member member, int depth) throws IOException {
    Path file = archive.resolveSibling(member.name()).normalize();
    if (!file.startsWith(root)) {
      remarks.add(TreeObject.relative(root, archive) + " names " + member.name() + " elsewhere");
    } else if (!Files.isRegularFile(file)) {
      remarks.add(TreeObject.relative(root, file) + " is missing");
    } else if (member.nested() < 0 && !file.toString().endsWith(".a")) {
      put(TreeObject.of(root, file));
    } else if (depth < DEEPEST) {
      archive(file, depth + 1);
    }
  }

  private void put(TreeObject object) {
    objects.putIfAbsent(object.path(), object);
  }
}
