package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.archive.Archive;
import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.link.Libraries;
import dev.unprobed.kernel.link.LinkInput;
import dev.unprobed.kernel.link.LinkMap;
import dev.unprobed.kernel.link.Placement;
import dev.unprobed.kernel.link.Replay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What vmlinux was linked from, as scripts/link-vmlinux.sh does since 6.1: vmlinux.a whole, then
 * what modpost wrote about exports and the time stamp, then libraries, kallsyms and BTF.
 */
final class LinkedTree {
  private static final Pattern GROUP = Pattern.compile("--start-group (.*?) ?--end-group");
  private static final Pattern KALLSYMS =
      Pattern.compile("\\.tmp_(vmlinux\\d*\\.kallsyms|kallsyms|vmlinux\\.kallsyms)\\d*\\.o");
  private static final Pattern BTF =
      Pattern.compile("\\.btf\\.vmlinux\\.bin\\.o|\\.tmp_vmlinux\\d*\\.btf\\.o");

  private static final String WHOLE = "vmlinux.a";

  /** What {@code unprobed reclaim} links instead: objects with sections renamed, then a table. */
  private static final String RELINKED = "unprobed/vmlinux.a";

  private static final String REWRITTEN = "unprobed/objects/";
  private static final String TABLE = "unprobed/table.o";

  private final Path root;
  private final List<LinkInput> inputs = new ArrayList<>();
  private final ElfFile linked;

  LinkedTree(Path root) throws IOException {
    this.root = root;
    this.linked = elf("vmlinux");
    members(isRelinked() ? RELINKED : WHOLE).forEach(inputs::add);
    add(".vmlinux.export.o");
    add("init/version-timestamp.o");
    List<List<LinkInput>> libraries = new ArrayList<>();
    for (String library : libraries()) {
      libraries.add(members(library));
    }
    inputs.addAll(Libraries.pull(inputs, libraries));
    newest(KALLSYMS).ifPresent(this::addUnchecked);
    newest(BTF).ifPresent(this::addUnchecked);
  }

  ElfFile linked() {
    return linked;
  }

  /** In the order of the link. */
  List<LinkInput> inputs() {
    return inputs;
  }

  Placement placement() throws IOException {
    Path script = script();
    String text = Files.readString(script, StandardCharsets.ISO_8859_1);
    String name = root.relativize(script).toString();
    return Replay.run(name, text, inputs, linked, map());
  }

  /** The tables that were made from all of it, by the object that brings them. */
  static Optional<Owner> table(LinkInput input) {
    if (KALLSYMS.matcher(input.path()).matches()) {
      return Optional.of(Tables.KALLSYMS);
    }
    if (BTF.matcher(input.path()).matches()) {
      return Optional.of(Tables.BTF);
    }
    if (input.path().equals(TABLE)) {
      return Optional.of(Tables.LEAVING);
    }
    return input.path().equals(".vmlinux.export.o")
        ? Optional.of(Tables.EXPORTS)
        : Optional.empty();
  }

  /** Of the object that Kbuild made, where the link took a rewritten one. */
  static String original(LinkInput input) {
    String path = input.path();
    return path.startsWith(REWRITTEN) ? path.substring(REWRITTEN.length()) : path;
  }

  /** As scripts/link-vmlinux.sh decides, unless vmlinux was not linked again since. */
  private boolean isRelinked() {
    Path archive = root.resolve(RELINKED);
    return Files.exists(archive)
        && time(archive).compareTo(time(root.resolve(WHOLE))) > 0
        && time(archive).compareTo(time(root.resolve("vmlinux"))) <= 0;
  }

  private void add(String path) throws IOException {
    if (Files.exists(root.resolve(path))) {
      inputs.add(new LinkInput(path, elf(path)));
    }
  }

  private void addUnchecked(String path) {
    try {
      add(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<LinkInput> members(String archive) throws IOException {
    if (!Files.exists(root.resolve(archive))) {
      throw new MalformedInput(
          root.resolve(archive).toString(),
          -1,
          "no-archive",
          "this is not there, so it cannot be told what vmlinux was linked from",
          "build vmlinux in this tree; before 6.1 kernels were linked another way");
    }
    List<LinkInput> members = new ArrayList<>();
    Archive read = Archive.read(Bytes.of(root.resolve(archive)));
    for (Archive.Member member : read.members()) {
      members.add(
          member.isOutside()
              ? new LinkInput(beside(archive, member.name()), elf(beside(archive, member.name())))
              : new LinkInput(archive + ":" + member.name(), ElfFile.read(member.content())));
    }
    return members;
  }

  /** The members of a thin archive are named from its folder. */
  private static String beside(String archive, String member) {
    Path folder = Path.of(archive).getParent();
    return (folder == null ? Path.of(member) : folder.resolve(member)).normalize().toString();
  }

  private List<String> libraries() throws IOException {
    Path command = root.resolve(".vmlinux.o.cmd");
    if (!Files.exists(command)) {
      return List.of();
    }
    Matcher group = GROUP.matcher(Files.readString(command, StandardCharsets.ISO_8859_1));
    return group.find()
        ? Stream.of(group.group(1).trim().split("\\s+")).filter(s -> s.endsWith(".a")).toList()
        : List.of();
  }

  /** Of the links that kallsyms needs, only the last one's table is in vmlinux. */
  private Optional<String> newest(Pattern name) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(file -> name.matcher(file.getFileName().toString()).matches())
          .max(Comparator.comparing(LinkedTree::time).thenComparing(Path::getFileName))
          .map(file -> file.getFileName().toString());
    }
  }

  private Path script() throws IOException {
    try (Stream<Path> architectures = Files.list(root.resolve("arch"))) {
      return architectures
          .map(folder -> folder.resolve("kernel/vmlinux.lds"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow(() ->
              new MalformedInput(
                  root.toString(),
                  -1,
                  "no-linker-script",
                  "there is no arch/*/kernel/vmlinux.lds",
                  "this has to be the tree in which the kernel was built"));
    }
  }

  private LinkMap map() throws IOException {
    Path map = root.resolve("vmlinux.map");
    boolean fresh = Files.exists(map) && !time(map).toInstant().isBefore(started());
    return fresh
        ? LinkMap.parse(Files.readAllLines(map, StandardCharsets.ISO_8859_1))
        : new LinkMap(List.of());
  }

  /** A map that is older than the last table of names is of another link. */
  private java.time.Instant started() throws IOException {
    return newest(KALLSYMS)
        .map(table -> time(root.resolve(table)).toInstant())
        .orElse(java.time.Instant.MIN);
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }

  private ElfFile elf(String path) throws IOException {
    return ElfFile.read(Bytes.of(root.resolve(path)));
  }
}
