package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.Segment;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.link.Expression.Unknowable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a script's expressions come to, read from what was linked. */
final class Values implements Expression.Scope {
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final Map<String, Long> symbols = new HashMap<>();
  private final List<Segment> segments;
  private long dot;

  Values(ElfFile output) {
    segments = output.segments().stream().filter(s -> s.type() == Elf.PT_LOAD).toList();
    output.sections().forEach(section -> sections.putIfAbsent(section.name(), section));
    SymbolTable table = output.symbols();
    for (int i = 1; i < table.count(); i++) {
      if (table.binding(i) != Elf.STB_LOCAL && !table.isUndefined(i)) {
        symbols.put(table.name(i), table.value(i));
      }
    }
  }

  void dot(long address) {
    dot = address;
  }

  @Override
  public long dot() {
    return dot;
  }

  @Override
  public long symbol(String name) throws Unknowable {
    Long value = symbols.get(name);
    if (value == null) {
      throw new Unknowable(name);
    }
    return value;
  }

  @Override
  public long section(String question, String name) throws Unknowable {
    Section section = sections.get(name);
    if (section == null) {
      if (question.equals("SIZEOF")) {
        return 0;
      }
      throw new Unknowable(name);
    }
    return switch (question) {
      case "SIZEOF" -> section.size();
      case "ALIGNOF" -> section.alignment();
      case "LOADADDR" -> section.address() + shift(section);
      default -> section.address();
    };
  }

  /** A section that takes memory. */
  Optional<Section> inMemory(String name) {
    return Optional.ofNullable(sections.get(name)).filter(s -> s.isAllocated() && s.size() > 0);
  }

  /**
   * What its load address has more than its address. Sections of an overlay have one address, so
   * the place in the file tells their segment.
   */
  long shift(Section section) {
    for (Segment segment : segments) {
      long into = section.address() - segment.address();
      boolean inside = into >= 0 && into + section.size() <= segment.memorySize();
      if (inside && (!section.isInFile() || section.offset() - segment.offset() == into)) {
        return segment.physical() - segment.address();
      }
    }
    return 0;
  }

  /** The value of an expression, or nothing. */
  @Nullable Long of(Expression expression) {
    try {
      return expression.value(this);
    } catch (Unknowable _) {
      return null;
    }
  }

  void define(String symbol, long value) {
    symbols.putIfAbsent(symbol, value);
  }

  @Nullable Long known(String symbol) {
    return symbols.get(symbol);
  }
}
