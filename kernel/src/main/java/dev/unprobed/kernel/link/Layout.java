package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.link.Statement.Assign;
import dev.unprobed.kernel.link.Statement.Output;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Goes through the script with a dot, as a linker does, and notes what lies where. */
final class Layout {
  private final List<Statement> script;
  private final Selection selection;
  private final Values values;
  private final LinkerMade made;
  private final ElfFile linked;
  private final List<Section> unwindTables = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final Tally tally = new Tally();

  /** The dot went on between two sections: set aside under a name, or for alignment. */
  private record Move(long from, long to, String what) {}

  /** Counts for {@link Placement}. */
  static final class Tally {
    int placed;
    int confirmed;
    int moved;
  }

  Layout(List<Statement> script, Selection selection, ElfFile output) {
    this.script = script;
    this.selection = selection;
    this.linked = output;
    this.values = new Values(output);
    this.made = new LinkerMade(output);
  }

  Placement placement(int conflicts) {
    String last = "";
    for (Statement statement : script) {
      if (statement instanceof Output output && !output.isDiscard()) {
        values.inMemory(output.name()).ifPresent(section -> lay(output, section));
      } else if (statement instanceof Assign assign) {
        last = assign(assign, last);
      }
    }
    layUnwindTables();
    return placement(filled(), conflicts);
  }

  private Placement placement(List<Stretch> all, int conflicts) {
    return new Placement(all, tally.placed, tally.confirmed, tally.moved, conflicts);
  }

  private void layUnwindTables() {
    stretches.sort(Comparator.comparingLong(Stretch::address));
    Placement code = placement(List.copyOf(stretches), 0);
    for (Section section : unwindTables) {
      long shift = values.shift(section);
      stretches.addAll(new UnwindTable(section, linked.content(section), shift).stretches(code));
    }
  }

  private void lay(Output output, Section section) {
    values.dot(section.address() + section.size());
    if (section.type() == UnwindTable.TYPE) {
      unwindTables.add(section);
      return;
    }
    long shift = values.shift(section);
    stretches.addAll(
        new SectionLayout(section, shift, values, selection, made, tally).lay(output.body()));
    values.dot(section.address() + section.size());
  }

  private String assign(Assign assign, String last) {
    Long value = values.of(assign.value());
    if (!assign.symbol().equals(".")) {
      if (value != null) {
        values.define(assign.symbol(), value);
      }
      return assign.symbol();
    }
    if (value != null) {
      long from = values.dot();
      boolean adds = assign.operator().equals("+=");
      long to = adds ? from + value : value;
      moves.add(new Move(from, to, adds ? last : ""));
      values.dot(to);
    }
    return last;
  }

  /** Sections by load address, and between them what the script says of it. */
  private List<Stretch> filled() {
    stretches.sort(Comparator.comparingLong(Stretch::address));
    List<Stretch> all = new ArrayList<>(stretches.size());
    for (Stretch stretch : stretches) {
      if (!all.isEmpty()) {
        fill(end(all.getLast()), stretch.address(), all);
      }
      if (all.isEmpty() || stretch.address() >= end(all.getLast())) {
        all.add(stretch);
      }
    }
    if (!all.isEmpty()) {
      long last = end(all.getLast());
      fill(last, moves.stream().mapToLong(Move::to).reduce(last, Math::max), all);
    }
    return List.copyOf(all);
  }

  private void fill(long from, long to, List<Stretch> all) {
    long at = from;
    for (Move move : moves) {
      long start = Math.max(at, move.from);
      long end = Math.min(to, move.to);
      if (start < end) {
        unclaimed(at, start, all);
        all.add(
            move.what.isEmpty()
                ? new Stretch.Padding("", start, end - start)
                : new Stretch.Made(move.what, "", start, end - start));
        at = end;
      }
    }
    unclaimed(at, to, all);
  }

  /** A section may ask for a round address itself. */
  private void unclaimed(long from, long to, List<Stretch> all) {
    if (from < to) {
      boolean aligned = made.isAlignment(from, to);
      all.add(
          aligned
              ? new Stretch.Padding("", from, to - from)
              : new Stretch.Unclaimed("", from, to - from));
    }
  }

  private static long end(Stretch stretch) {
    return stretch.address() + stretch.size();
  }
}
