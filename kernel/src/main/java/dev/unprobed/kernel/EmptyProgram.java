package dev.unprobed.kernel;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.util.List;
import java.util.Optional;

/** In the place of one that could not be read. */
record EmptyProgram(String path, Architecture architecture) implements Program {
  @Override
  public Optional<Bytes> at(long address) {
    return Optional.empty();
  }

  @Override
  public long pointer(long address) {
    return 0;
  }

  @Override
  public List<Symbol> symbolsAt(long address) {
    return List.of();
  }

  @Override
  public Optional<Symbol> function(long address) {
    return Optional.empty();
  }

  @Override
  public List<Symbol> named(String name) {
    return List.of();
  }

  @Override
  public boolean isCode(long address) {
    return false;
  }

  @Override
  public List<Symbol> symbols() {
    return List.of();
  }

  @Override
  public List<Range> sections() {
    return List.of();
  }
}
