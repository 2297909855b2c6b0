package dev.unprobed.kernel.object;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Memory;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.program.SymbolIndex;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What {@link Linker} makes. May be shared by threads. */
public final class LinkedProgram implements Program {
  private final String path;
  private final Architecture architecture;
  private final Memory memory;
  private final SymbolIndex symbols;
  private final List<Range> sections;
  private final Owners owners;
  private final List<String> remarks;

  LinkedProgram(
      String path,
      Architecture architecture,
      Memory memory,
      SymbolIndex symbols,
      Owners owners,
      List<String> remarks) {
    this.path = path;
    this.architecture = architecture;
    this.memory = memory;
    this.symbols = symbols;
    this.sections =
        memory.parts().stream()
            .filter(part -> !part.name().isEmpty())
            .map(part -> new Range(part.name(), part.start(), part.size()))
            .toList();
    this.owners = owners;
    this.remarks = List.copyOf(remarks);
  }

  /**
   * What was not understood, for people: relocations that were not applied, names defined twice.
   */
  public List<String> remarks() {
    return remarks;
  }

  /**
   * Which of the objects that were linked has a section at the address: its place in the list that
   * {@link Linker#link} was given. Empty where nothing is, and in a linked file.
   */
  public OptionalInt object(long address) {
    return memory.part(address).isPresent() ? owners.at(address) : OptionalInt.empty();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Architecture architecture() {
    return architecture;
  }

  @Override
  public Optional<Bytes> at(long address) {
    return memory.at(address);
  }

  @Override
  public long pointer(long address) {
    return memory.pointer(address);
  }

  @Override
  public List<Symbol> symbolsAt(long address) {
    return symbols.at(address);
  }

  @Override
  public Optional<Symbol> function(long address) {
    return symbols.function(address);
  }

  @Override
  public List<Symbol> named(String name) {
    return symbols.named(name);
  }

  @Override
  public boolean isCode(long address) {
    return memory.isCode(address);
  }

  @Override
  public List<Symbol> symbols() {
    return symbols.all();
  }

  @Override
  public List<Range> sections() {
    return sections;
  }
}
