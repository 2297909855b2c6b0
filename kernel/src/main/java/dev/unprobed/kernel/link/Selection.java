package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.link.Statement.Inputs;
import dev.unprobed.kernel.link.Statement.Order;
import dev.unprobed.kernel.link.Statement.Output;
import dev.unprobed.kernel.link.Statement.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which statement of a script takes which section of which input: the first one that fits. Within a
 * statement sections lie in the order of the inputs and, within an input, of its section headers,
 * unless the statement sorts them.
 */
final class Selection {
  /** What holds tables about the other sections, and so is no part of the output as it is. */
  private static final Set<Integer> TABLES =
      Set.of(
          Elf.SHT_NULL,
          Elf.SHT_SYMTAB,
          Elf.SHT_STRTAB,
          Elf.SHT_RELA,
          Elf.SHT_REL,
          Elf.SHT_GROUP,
          Elf.SHT_SYMTAB_SHNDX);

  /** Notes that the linker reads and writes anew, or leaves out when nothing is common to all. */
  private static final String PROPERTIES = ".note.gnu.property";

  private final List<Taker> takers = new ArrayList<>();
  private final Map<String, List<Taker>> byName = new HashMap<>();
  private final IdentityHashMap<Inputs, List<Part>> taken = new IdentityHashMap<>();
  private final List<List<Part>> byInput = new ArrayList<>();

  private record Taker(Output output, Inputs inputs, Pattern pattern) {
    boolean takes(LinkInput input) {
      return (inputs.file().isAll() || inputs.file().matches(input.path()))
          && pattern.excluded().stream().noneMatch(glob -> glob.matches(input.path()));
    }
  }

  Selection(List<Statement> script, List<LinkInput> inputs) {
    for (Statement statement : script) {
      if (statement instanceof Output output) {
        add(output);
      }
    }
    inputs.forEach(this::select);
    takers.forEach(this::sort);
  }

  /** What a statement takes, in the order in which it lies. */
  List<Part> of(Inputs statement) {
    return taken.getOrDefault(statement, List.of());
  }

  /** The parts of an input that are in the output, by section number; other numbers are null. */
  List<List<Part>> byInput() {
    return byInput;
  }

  /** Puts what each statement takes in the order of its places, where all places are known. */
  void sortByPlace() {
    taken.values().forEach(parts -> parts.sort(Comparator.comparingLong(p -> p.anchor)));
  }

  private void add(Output output) {
    for (Statement statement : output.body()) {
      if (statement instanceof Inputs inputs) {
        inputs.patterns().forEach(p -> takers.add(new Taker(output, inputs, p)));
      }
    }
  }

  private void select(LinkInput input) {
    List<Part> parts = new ArrayList<>();
    for (Section section : input.elf().sections()) {
      if (!TABLES.contains(section.type())) {
        take(new Part(byInput.size(), input, section), parts);
      }
    }
    byInput.add(parts);
  }

  private void take(Part part, List<Part> kept) {
    for (Taker taker : byName.computeIfAbsent(part.section.name(), this::takers)) {
      if (taker.takes(part.input)) {
        part.dropped = part.section.name().equals(PROPERTIES);
        if (!taker.output.isDiscard()) {
          taken.computeIfAbsent(taker.inputs, _ -> new ArrayList<>()).add(part);
          kept.add(part);
        }
        return;
      }
    }
  }

  private List<Taker> takers(String name) {
    return takers.stream().filter(t -> t.pattern.section().matches(name)).toList();
  }

  private void sort(Taker taker) {
    Comparator<Part> order =
        taker.pattern.order() == Order.NAME
            ? Comparator.comparing(p -> p.section.name())
            : Comparator.comparingLong(p -> -p.section.alignment());
    List<Part> parts = taken.get(taker.inputs);
    if (parts != null && taker.pattern.order() != Order.FOUND) {
      parts.sort(order);
    }
  }
}
