package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.util.List;
import java.util.Optional;

/** An image at its address. */
record ImageProgram(
    String path, Architecture architecture, long base, Bytes bytes, ImageSymbols symbolic)
    implements Program {

  static Program of(String path, RawImage image, Placement placement, List<RawSymbol> symbols) {
    long end = placement.base() + Math.max(image.memory(), image.bytes().size());
    ImageSymbols index = ImageSymbols.of(symbols, placement.base(), end);
    return new ImageProgram(path, image.architecture(), placement.base(), placement.bytes(), index);
  }

  @Override
  public Optional<Bytes> at(long address) {
    long offset = address - base;
    return offset >= 0 && offset < bytes.size()
        ? Optional.of(bytes.from(offset))
        : Optional.empty();
  }

  @Override
  public long pointer(long address) {
    long offset = address - base;
    if (!bytes.has(offset, architecture.pointerSize())) {
      return 0;
    }
    return architecture.pointerSize() == 8 ? bytes.u64(offset) : bytes.u32(offset);
  }

  @Override
  public List<Symbol> symbolsAt(long address) {
    return symbolic.index().at(address);
  }

  @Override
  public Optional<Symbol> function(long address) {
    return symbolic.index().function(address);
  }

  @Override
  public List<Symbol> named(String name) {
    return symbolic.index().named(name);
  }

  @Override
  public boolean isCode(long address) {
    return symbolic.isCode(address);
  }

  @Override
  public List<Symbol> symbols() {
    return symbolic.index().all();
  }

  @Override
  public List<Range> sections() {
    return List.of();
  }
}
