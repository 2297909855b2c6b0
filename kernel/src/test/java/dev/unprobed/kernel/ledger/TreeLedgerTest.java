package dev.unprobed.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small build tree's ledger against size, nm and the image. */
class TreeLedgerTest {
  private static final Pattern SIZE = Pattern.compile("(\\S+)\\s+(\\d+)\\s+\\d+");
  private static final int UNITS = 20;

  @TempDir static Path directory;
  private static SmallTree tree;

  @BeforeAll
  static void build() throws IOException {
    tree = new SmallTree(directory, 11, UNITS);
  }

  @Test
  void addsUpToTheImageAndToWhatItTakes() throws IOException {
    Ledger ledger = Ledgers.ofTree(directory);
    assertThat(ledger.fileSize()).isEqualTo(Files.size(directory.resolve("arch/arm64/boot/Image")));
    assertThat(ledger.memorySize()).isEqualTo(symbol("_end") - symbol("_text"));
    assertThat(ledger.memorySize() - ledger.residentSize())
        .isEqualTo(symbol("__init_end") - symbol("__init_begin"));
    assertThat(ledger.remarks()).singleElement().asString().startsWith("IKHEADERS is not built in");
  }

  @Test
  void knowsWhereEachByteLies() throws IOException {
    PlacedLedger placed = Ledgers.placedOfTree(directory);
    assertThat(placed.places().stream().mapToLong(PlacedLedger.Place::resident).sum())
        .isEqualTo(placed.ledger().residentSize());
    long end = Long.MIN_VALUE;
    for (PlacedLedger.Place place : placed.places()) {
      assertThat(place.address()).isGreaterThanOrEqualTo(end);
      end = place.address() + place.size();
    }
  }

  @Test
  void leavesNothingWithoutAnOwner() throws IOException {
    assertThat(Ledgers.ofTree(directory).entries())
        .noneMatch(entry -> entry.owner() instanceof Owner.Unattributed);
  }

  @Test
  void givesEachUnitWhatSizeSaysOfItsObject() throws IOException {
    Ledger ledger = Ledgers.ofTree(directory);
    for (int i = 0; i < UNITS; i++) {
      Map<String, Long> sizes = sizes("unit" + i + ".o");
      Owner unit = new Owner.Unit("drivers/small/unit" + i);
      assertThat(memory(ledger, unit, ByteClass.TEXT)).isEqualTo(sizes.getOrDefault(".text", -1L));
      assertThat(memory(ledger, unit, ByteClass.BSS)).isEqualTo(sizes.getOrDefault(".bss", -1L));
      assertThat(memory(ledger, unit, ByteClass.DATA))
          .isEqualTo(sizes.getOrDefault(".data", -1L) + sizes.getOrDefault(".data.once", -1L));
      assertThat(memory(ledger, unit, ByteClass.INIT))
          .isEqualTo(sizes.getOrDefault(".init.text", -1L) + sizes.getOrDefault(".init.data", -1L));
    }
  }

  @Test
  void namesWhatTheScriptSetsAside() throws IOException {
    Ledger ledger = Ledgers.ofTree(directory);
    assertThat(memory(ledger, new Owner.Linker("table"), ByteClass.DATA)).isEqualTo(0x1000);
    assertThat(memory(ledger, new Owner.Linker("build id"), ByteClass.TABLES)).isEqualTo(36);
    assertThat(memory(ledger, new Owner.Unit("head"), ByteClass.TEXT)).isGreaterThan(0);
  }

  @Test
  void putsViewsAndDifferencesOnTheSameSum() throws IOException {
    Ledger ledger = Ledgers.ofTree(directory);
    for (List<Row> rows :
        List.of(View.byUnit(ledger), View.byClass(ledger), View.byDirectory(ledger, 1))) {
      assertThat(rows.stream().mapToLong(Row::file).sum()).isEqualTo(ledger.fileSize());
      assertThat(rows.stream().mapToLong(Row::resident).sum()).isEqualTo(ledger.residentSize());
    }
    assertThat(View.byDirectory(ledger, 1)).extracting(Row::name).contains("drivers/");
    assertThat(View.compare(View.byUnit(ledger), View.byUnit(ledger))).isEmpty();
  }

  /** The symbol table is right where the order of the link is not known. */
  @Test
  void survivesAWrongOrder(@TempDir Path other) throws IOException {
    SmallTree shuffled = new SmallTree(other, 11, UNITS);
    Ledger before = Ledgers.ofTree(other);
    List<String> objects = new ArrayList<>(shuffled.objects);
    Collections.swap(objects, 3, 9);
    shuffled.archive(objects);
    Ledger after = Ledgers.ofTree(other);
    for (int i = 0; i < UNITS; i++) {
      Owner unit = new Owner.Unit("drivers/small/unit" + i);
      assertThat(memory(after, unit, ByteClass.TEXT))
          .isLessThanOrEqualTo(memory(before, unit, ByteClass.TEXT));
    }
    assertThat(after.remarks()).anyMatch(remark -> remark.contains("not where the replay put"));
  }

  /** Units keep what is theirs when their objects were rewritten and lie elsewhere. */
  @Test
  void readsWhatWasLinkedAgain(@TempDir Path other) throws IOException {
    SmallTree relinked = new SmallTree(other, 11, UNITS);
    Ledger before = Ledgers.ofTree(other);
    relinked.relink("unit4.o");
    Ledger after = Ledgers.ofTree(other);
    assertThat(after.entries()).noneMatch(entry -> entry.owner() instanceof Owner.Unattributed);
    assertThat(after.remarks()).isEqualTo(before.remarks());
    assertThat(memory(after, Tables.LEAVING, ByteClass.TEXT)).isEqualTo(4);
    for (ByteClass what : List.of(ByteClass.TEXT, ByteClass.DATA, ByteClass.RODATA)) {
      Owner unit = new Owner.Unit("drivers/small/unit4");
      assertThat(memory(after, unit, what)).isEqualTo(memory(before, unit, what));
    }
  }

  /** An archive that no link has used yet says nothing about the image. */
  @Test
  void leavesAloneWhatWasNotLinkedYet(@TempDir Path other) throws IOException {
    SmallTree tree = new SmallTree(other, 11, UNITS);
    Files.createDirectories(other.resolve("unprobed"));
    Files.writeString(other.resolve(SmallTree.RELINKED), "!<arch>\n");
    tree.at(0, "vmlinux.a");
    tree.at(1, "vmlinux");
    tree.at(2, SmallTree.RELINKED);
    assertThat(Ledgers.ofTree(other).entries())
        .anyMatch(entry -> entry.owner().equals(new Owner.Unit("drivers/small/unit4")));
    tree.at(0, SmallTree.RELINKED);
    assertThat(Ledgers.ofTree(other).entries())
        .anyMatch(entry -> entry.owner().equals(new Owner.Unit("drivers/small/unit4")));
  }

  @Test
  void saysWhatIsMissing(@TempDir Path empty) throws IOException {
    Files.copy(directory.resolve("vmlinux"), empty.resolve("vmlinux"));
    assertThatThrownBy(() -> Ledgers.ofTree(empty))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("no-archive"));
  }

  @Test
  void doesNotAcceptWhatDoesNotAddUp() {
    List<Entry> entries = List.of(new Entry(new Owner.Padding(), ByteClass.PADDING, 5, 7, 0));
    assertThatThrownBy(() -> new Ledger("Image", 6, 7, entries, List.of()))
        .isInstanceOf(Imbalance.class)
        .hasMessageContaining("5 bytes in the file, there are 6");
    assertThatThrownBy(() -> new Ledger("Image", 5, 8, entries, List.of()))
        .isInstanceOf(Imbalance.class);
  }

  private static long memory(Ledger ledger, Owner owner, ByteClass what) {
    return ledger.entries().stream()
        .filter(e -> e.owner().equals(owner) && e.what() == what)
        .mapToLong(Entry::memory)
        .sum();
  }

  private static Map<String, Long> sizes(String object) {
    Map<String, Long> sizes = new HashMap<>();
    Matcher rows = SIZE.matcher(tree.run("aarch64-linux-gnu-size", "-A", object));
    while (rows.find()) {
      sizes.put(rows.group(1), Long.parseLong(rows.group(2)));
    }
    return sizes;
  }

  private static long symbol(String name) {
    Matcher row =
        Pattern.compile("([0-9a-f]+) \\w " + name + "\n")
            .matcher(tree.run("aarch64-linux-gnu-nm", "vmlinux"));
    assertThat(row.find()).isTrue();
    return Long.parseUnsignedLong(row.group(1), 16);
  }
}
