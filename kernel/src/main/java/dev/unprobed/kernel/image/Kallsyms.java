package dev.unprobed.kernel.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The table of names that a kernel has for its own use (kernel/kallsyms.c, scripts/kallsyms.c),
 * found by what it looks like.
 */
record Kallsyms(List<String> names, AddressTable addresses) {

  /** Empty for a kernel without one. */
  static Optional<Kallsyms> find(RawImage image) {
    for (TokenTable table : TokenTable.find(image)) {
      Optional<PackedNames> names = PackedNames.before(image, table);
      Optional<AddressTable> addresses = names.flatMap(found -> AddressTable.of(image, found));
      if (names.isPresent() && addresses.isPresent()) {
        return Optional.of(new Kallsyms(names.get().unpack(), addresses.get()));
      }
    }
    return Optional.empty();
  }

  /** Where the address stands that the others count from; empty when they count from nothing. */
  OptionalLong baseAt() {
    return addresses.baseAt();
  }

  /** The symbols, given that address; 0 when there is none. */
  List<RawSymbol> symbols(long base) {
    List<RawSymbol> symbols = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      symbols.add(new RawSymbol(addresses.address(i, base), name.charAt(0), name.substring(1)));
    }
    return symbols;
  }
}
