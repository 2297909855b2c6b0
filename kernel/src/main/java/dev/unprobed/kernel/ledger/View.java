package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.kbuild.BuildUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A ledger's entries by what somebody asks for. The sums of a view are those of the ledger. */
public final class View {
  private static final Comparator<Row> LARGEST_FIRST =
      Comparator.comparingLong(Row::file)
          .thenComparingLong(Row::memory)
          .reversed()
          .thenComparing(Row::name);

  private static final String ALWAYS = "(no symbol: always built)";
  private static final String UNLISTED = "(units that no makefile lists)";

  private View() {}

  /** By owner. */
  public static List<Row> byUnit(Ledger ledger) {
    return by(ledger, entry -> entry.owner().label());
  }

  /** By class. */
  public static List<Row> byClass(Ledger ledger) {
    return by(ledger, entry -> entry.what().label());
  }

  /**
   * By the first folders of the kernel's tree.
   *
   * @param depth how many; what is in no folder keeps its own name
   */
  public static List<Row> byDirectory(Ledger ledger, int depth) {
    return by(ledger, entry -> directory(entry.owner(), depth));
  }

  /**
   * By the Kconfig symbol that put a unit there; what is no unit keeps its own name.
   *
   * @param plan of the tree that the kernel was built from
   * @param values of its configuration: of a symbol as in a .config; n or empty when unset
   */
  public static List<Row> bySymbol(Ledger ledger, BuildPlan plan, UnaryOperator<String> values) {
    return by(
        ledger,
        entry ->
            unit(entry.owner(), plan)
                .map(unit -> unit.symbol(values).orElse(ALWAYS))
                .orElseGet(() -> unlisted(entry.owner())));
  }

  /** What the makefiles say about an owner; empty when it is no unit, or they do not list it. */
  public static Optional<BuildUnit> unit(Owner owner, BuildPlan plan) {
    return owner instanceof Owner.Unit unit ? plan.built(unit.path()) : Optional.empty();
  }

  /** How an owner is called in views that ask the makefiles, when they do not know it. */
  public static String unlisted(Owner owner) {
    return owner instanceof Owner.Unit ? UNLISTED : owner.label();
  }

  /** By any name, which every entry has to have. Largest in the file first. */
  public static List<Row> by(Ledger ledger, Function<Entry, String> name) {
    Map<String, List<Entry>> groups = new HashMap<>();
    for (Entry entry : ledger.entries()) {
      groups.computeIfAbsent(name.apply(entry), _ -> new ArrayList<>()).add(entry);
    }
    return groups.entrySet().stream()
        .map(group -> row(group.getKey(), group.getValue()))
        .sorted(LARGEST_FIRST)
        .toList();
  }

  /** What two views of the same kind differ by, largest change in memory first. */
  public static List<Change> compare(List<Row> before, List<Row> after) {
    Map<String, Row> old = new TreeMap<>();
    before.forEach(row -> old.put(row.name(), row));
    List<Change> changes = new ArrayList<>();
    for (Row row : after) {
      changes.add(new Change(row.name(), old.remove(row.name()), row));
    }
    old.forEach((name, row) -> changes.add(new Change(name, row, null)));
    changes.removeIf(c -> c.file() == 0 && c.memory() == 0 && c.resident() == 0);
    changes.sort(
        Comparator.comparingLong((Change c) -> -Math.abs(c.memory())).thenComparing(Change::name));
    return List.copyOf(changes);
  }

  private static String directory(Owner owner, int depth) {
    String directory = owner.directory();
    if (directory.isEmpty()) {
      return owner.label();
    }
    int end = -1;
    for (int i = 0; i < depth; i++) {
      int next = directory.indexOf('/', end + 1);
      if (next < 0) {
        return directory + "/";
      }
      end = next;
    }
    return directory.substring(0, end + 1);
  }

  private static Row row(String name, List<Entry> entries) {
    Map<ByteClass, Long> classes = new EnumMap<>(ByteClass.class);
    long file = 0;
    long memory = 0;
    long resident = 0;
    for (Entry entry : entries) {
      file += entry.file();
      memory += entry.memory();
      resident += entry.resident();
      classes.merge(entry.what(), entry.memory(), Long::sum);
    }
    return new Row(name, file, memory, resident, classes);
  }
}
