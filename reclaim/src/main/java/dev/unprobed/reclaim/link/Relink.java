package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.archive.Archive;
import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.tree.TreeObject;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Feed;
import dev.unprobed.reclaim.admit.Piece;
import dev.unprobed.reclaim.layout.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes BUILD/unprobed/, from which the kernel is linked. Not to be shared by threads. */
public final class Relink {
  /** In the build tree: what its link takes in place of its own archive. */
  public static final String FOLDER = "unprobed";

  private static final String ARCHIVE = "vmlinux.a";

  private final BuildTree tree;
  private final Path folder;
  private final Map<String, UnitObject> objects = new LinkedHashMap<>();
  private final List<Candidate> linked = new ArrayList<>();
  private final MakerObjects makers;

  private Relink(BuildTree tree, MakerObjects makers) {
    this.tree = tree;
    this.folder = tree.root().resolve(FOLDER);
    this.makers = makers;
  }

  /** Looks at all strings and objects; nothing is written yet. */
  public static Relink of(BuildTree tree, Kernel kernel, List<Candidate> candidates)
      throws IOException {
    if (candidates.size() > SectionNames.MOST_UNITS) {
      throw new IllegalArgumentException(candidates.size() + " units are too many for the table");
    }
    Set<String> wanted = new HashSet<>();
    candidates.forEach(c -> c.feeds().stream().map(Feed::maker).forEach(wanted::add));
    candidates.forEach(c -> wanted.remove(c.unit().path()));
    Relink relink = new Relink(tree, MakerObjects.of(tree, kernel, wanted));
    StringPool pool = StringPool.of(tree);
    for (Candidate candidate : candidates) {
      relink.add(candidate, pool);
    }
    return relink;
  }

  /** The candidates as they will be linked: with those strings only that nobody else has. */
  public List<Candidate> candidates() {
    return List.copyOf(linked);
  }

  private void add(Candidate candidate, StringPool pool) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    for (TreeObject object : candidate.unit().objects()) {
      UnitObject unit =
          new UnitObject(
              object.path(),
              ElfFile.read(object.open()),
              candidate.pieces().stream().filter(p -> p.object().equals(object.path())).toList(),
              candidate.inits().stream().filter(i -> i.object().equals(object.path())).toList(),
              pool);
      objects.put(object.path(), unit);
      pieces.addAll(unit.linked());
    }
    linked.add(
        new Candidate(
            candidate.unit(),
            List.copyOf(pieces),
            candidate.inits(),
            candidate.exits(),
            candidate.users(),
            candidate.feeds(),
            candidate.declares()));
  }

  /** Writes what differs from what is there. Returns how many files that were. */
  public int write(Layout layout) throws IOException, InterruptedException {
    Map<String, Path> replaced = new HashMap<>();
    int written = 0;
    for (int rank = 0; rank < layout.units().size(); rank++) {
      for (TreeObject object : layout.units().get(rank).unit().objects()) {
        UnitObject unit = objects.get(object.path());
        if (unit != null) {
          Path file = file(object.path());
          replaced.put(object.path(), file);
          written += OutputFile.write(file, unit.write(rank)) ? 1 : 0;
        }
      }
    }
    written += writeMakers(layout.units().size(), replaced);
    written += writeTable(layout);
    return written + (writeArchive(replaced) ? 1 : 0);
  }

  private Path file(String path) {
    return folder.resolve("objects").resolve(path);
  }

  private int writeMakers(int units, Map<String, Path> replaced) throws IOException {
    int written = 0;
    for (TreeObject object : tree.builtIn().stream().flatMap(u -> u.objects().stream()).toList()) {
      if (makers.objects().contains(object.path())) {
        ObjectEditor editor = new ObjectEditor(ElfFile.read(object.open()));
        makers.apply(object.path(), editor, units);
        Path file = file(object.path());
        replaced.put(object.path(), file);
        written += OutputFile.write(file, editor.write()) ? 1 : 0;
      }
    }
    return written;
  }

  private int writeTable(Layout layout) throws IOException, InterruptedException {
    Path source = folder.resolve("table.S");
    String text = TableSource.of(layout, makers.makers());
    boolean changed = OutputFile.write(source, text.getBytes(StandardCharsets.ISO_8859_1));
    Path object = folder.resolve("table.o");
    if (changed || !Files.exists(object)) {
      Path fresh = folder.resolve("table.new.o");
      List<String> command = new ArrayList<>(Toolchain.of(tree).compiler());
      command.addAll(List.of("-c", "-o", fresh.toString(), source.toString()));
      Commands.run(tree.root(), command);
      OutputFile.write(object, Files.readAllBytes(fresh));
      Files.delete(fresh);
    }
    return changed ? 1 : 0;
  }

  /** The members of the tree's own archive, with what has changed in place of what was. */
  private boolean writeArchive(Map<String, Path> replaced) throws IOException {
    Path own = tree.root().resolve(ARCHIVE);
    List<ThinArchive.Member> members = new ArrayList<>();
    members.add(member(folder.resolve("table.o")));
    int found = 0;
    for (Archive.Member member : Archive.read(Bytes.of(own)).members()) {
      Path replacement = replaced.get(member.name());
      found += replacement == null ? 0 : 1;
      members.add(member(replacement == null ? tree.root().resolve(member.name()) : replacement));
    }
    if (found < replaced.size()) {
      throw new MalformedInput(
          own.toString(),
          -1,
          "missing-member",
          (replaced.size() - found) + " objects of units are not in it",
          "build the kernel again");
    }
    Path archive = folder.resolve(ARCHIVE);
    boolean changed = OutputFile.write(archive, ThinArchive.of(members));
    touch(archive);
    return changed;
  }

  private ThinArchive.Member member(Path file) throws IOException {
    String path = folder.relativize(file).toString().replace('\\', '/');
    return new ThinArchive.Member(path, Files.size(file));
  }

  /**
   * Links the kernel again, as the tree itself does it. When that builds something first, what the
   * units are made of must not be among it.
   */
  public void make() throws IOException, InterruptedException {
    Path archive = folder.resolve(ARCHIVE);
    makeImage();
    if (isNewer(tree.root().resolve(ARCHIVE), archive)) {
      for (String path : objects.keySet()) {
        if (isNewer(tree.root().resolve(path), archive)) {
          throw new MalformedInput(
              path, -1, "built-again", "it was built again meanwhile", "run this once more");
        }
      }
      touch(archive);
      makeImage();
    }
  }

  private void makeImage() throws IOException, InterruptedException {
    Toolchain tools = Toolchain.of(tree);
    // Nothing else tells make that the link has another input now.
    Files.deleteIfExists(tree.root().resolve(".vmlinux.cmd"));
    Commands.run(
        tree.root(),
        List.of(
            "make",
            "-C",
            tree.root().toString(),
            "ARCH=arm64",
            "CROSS_COMPILE=" + tools.prefix(),
            "Image"));
  }

  private static boolean isNewer(Path file, Path than) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
  }

  /** The link asks which archive is newer. */
  private static void touch(Path archive) throws IOException {
    Files.setLastModifiedTime(archive, FileTime.fromMillis(System.currentTimeMillis()));
  }

  /** Holds the linked kernel against the layout; what differs is a {@link MalformedInput}. */
  public void verify(Layout layout) throws IOException {
    Path vmlinux = tree.root().resolve("vmlinux");
    Verification.of(vmlinux, Bytes.of(vmlinux), layout);
  }
}
