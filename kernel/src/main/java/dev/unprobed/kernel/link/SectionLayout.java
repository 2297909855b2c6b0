package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.link.Statement.Assign;
import dev.unprobed.kernel.link.Statement.Data;
import dev.unprobed.kernel.link.Statement.Inputs;
import dev.unprobed.kernel.link.Statement.Output;
import java.util.ArrayList;
import java.util.List;

/** One section of the output, from its first byte to its last. */
final class SectionLayout {
  private final Section section;
  private final long shift;
  private final long end;
  private final Values values;
  private final Selection selection;
  private final LinkerMade made;
  private final Layout.Tally tally;
  private final List<Stretch> stretches = new ArrayList<>();
  private String last = "";
  private String expected = "";
  private long dot;

  SectionLayout(
      Section section,
      long shift,
      Values values,
      Selection selection,
      LinkerMade made,
      Layout.Tally tally) {
    this.section = section;
    this.shift = shift;
    this.values = values;
    this.selection = selection;
    this.made = made;
    this.tally = tally;
    this.dot = section.address();
    this.end = section.address() + section.size();
  }

  List<Stretch> lay(List<Statement> body) {
    for (Statement statement : body) {
      values.dot(dot);
      switch (statement) {
        case Assign assign -> assign(assign);
        case Data data -> fill(dot + data.size(), new Stretch.Made(name(), name(), 0, 0));
        case Inputs inputs -> take(inputs);
        case Output _ -> {
          // The grammar has no section within a section.
        }
      }
    }
    rest();
    return stretches;
  }

  private void assign(Assign assign) {
    Long value = values.of(assign.value());
    if (assign.symbol().equals(".")) {
      if (value != null && assign.operator().equals("+=")) {
        fill(dot + value, new Stretch.Made(last, name(), 0, 0));
      } else if (value != null) {
        fill(value, new Stretch.Padding(name(), 0, 0));
      }
    } else {
      last = assign.symbol();
      Long known = values.known(assign.symbol());
      if (value != null && value == dot && known != null) {
        moveTo(known);
      }
    }
  }

  private void take(Inputs inputs) {
    List<Part> parts = selection.of(inputs);
    if (parts.isEmpty() && LinkerMade.isSection(inputs.patterns().getFirst().section().pattern())) {
      expected = inputs.patterns().getFirst().section().pattern();
    }
    parts.stream().filter(part -> !part.dropped).forEach(this::place);
  }

  private void place(Part part) {
    long at = Expression.aligned(dot, part.section.alignment());
    boolean anchored = part.anchor >= section.address() && part.anchor <= end;
    if (part.size > 0) {
      tally.placed++;
      tally.confirmed += anchored ? 1 : 0;
    }
    boolean free = part.mapped && made.between(dot, part.anchor).isEmpty() && expected.isEmpty();
    if (anchored && free && part.anchor > at) {
      fill(part.anchor, new Stretch.Padding(name(), 0, 0));
    } else if (anchored && part.anchor != at) {
      tally.moved += moveTo(part.anchor) ? 0 : 1;
    } else {
      fill(at, new Stretch.Padding(name(), 0, 0));
    }
    if (dot + part.size <= end) {
      put(part);
    }
  }

  private void put(Part part) {
    long start = dot;
    if (part.entries.isEmpty()) {
      fill(start + part.size, new Stretch.Piece(part.input, part.section, name(), 0, 0));
    }
    for (Part.Entry entry : part.entries) {
      fill(start + entry.offset(), new Stretch.Padding(name(), 0, 0));
      fill(
          start + entry.offset() + entry.size(),
          new Stretch.Merged(entry.users(), part.section.name(), name(), 0, 0));
    }
  }

  /**
   * The symbols say that the dot is there: what was thought otherwise was wrong.
   *
   * @return whether what is in between is known
   */
  private boolean moveTo(long address) {
    if (address < section.address() || address > end) {
      return false;
    }
    boolean back = dot > address;
    while (dot > address) {
      Stretch wrong = stretches.removeLast();
      dot = wrong.address() - shift;
    }
    String known = made.between(dot, address);
    String what = known.isEmpty() ? expected : known;
    fill(
        address,
        what.isEmpty()
            ? new Stretch.Unclaimed(name(), 0, 0)
            : new Stretch.Made(what, name(), 0, 0));
    expected = "";
    return !back && !what.isEmpty();
  }

  private void rest() {
    boolean nothingElse = stretches.isEmpty() && expected.isEmpty();
    expected = nothingElse ? name() : expected;
    moveTo(end);
  }

  /** From the dot to an address, in the manner of a stretch without a place. */
  private void fill(long to, Stretch manner) {
    long size = Math.min(to, end) - dot;
    if (size <= 0) {
      return;
    }
    long at = dot + shift;
    stretches.add(
        switch (manner) {
          case Stretch.Piece p -> new Stretch.Piece(p.input(), p.section(), name(), at, size);
          case Stretch.Merged m -> new Stretch.Merged(m.users(), m.name(), name(), at, size);
          case Stretch.Made m -> new Stretch.Made(m.what(), name(), at, size);
          case Stretch.Padding _ -> new Stretch.Padding(name(), at, size);
          case Stretch.Unclaimed _ -> new Stretch.Unclaimed(name(), at, size);
        });
    dot += size;
  }

  private String name() {
    return section.name();
  }
}
