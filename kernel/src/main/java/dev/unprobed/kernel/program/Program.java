package dev.unprobed.kernel.program;

import dev.unprobed.kernel.bytes.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * Code and data at addresses, with names. Reading where nothing lies is no error: it gives an empty
 * answer, because whoever follows pointers meets many that lead nowhere. Numbers are in the
 * program's own byte order.
 *
 * <p>In an object, every symbol that it only needs has an address of its own, outside of all
 * sections, and is {@link Symbol.Kind#EXTERNAL}; so a call of it, or a pointer to it, has a target
 * like any other.
 */
public interface Program {
  /** The file as the user knows it. */
  String path();

  Architecture architecture();

  /**
   * From the address to the end of the section or segment that it lies in; empty where nothing is.
   */
  Optional<Bytes> at(long address);

  /**
   * Where the pointer at an address leads; 0 for a null pointer and where nothing lies. Where an
   * image fills pointers in at boot, they are filled in.
   */
  long pointer(long address);

  /** The symbols that stand exactly there, functions first. */
  List<Symbol> symbolsAt(long address);

  /** The function whose code covers the address. */
  Optional<Symbol> function(long address);

  /** The places of that name, several where files have static symbols of the same name. */
  List<Symbol> named(String name);

  /** Whether the address lies in code. */
  boolean isCode(long address);

  /** All symbols by ascending address. */
  List<Symbol> symbols();

  /**
   * Sections by name where the file still has them: start and size in bytes; empty for an image
   * without section headers.
   */
  List<Range> sections();

  /** A named stretch of addresses. */
  record Range(String name, long start, long size) {
    public boolean contains(long address) {
      return address - start >= 0 && address - start < size;
    }
  }
}
