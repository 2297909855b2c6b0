package dev.unprobed.kernel.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The table of names that a kernel has for its own use (kernel/kallsyms.c, scripts/kallsyms.c),
 * found by what it looks like.
 */
record Kallsyms(List<String> names, AddressTable addresses, int[] samples, ImageTable extent) {
  private static final int SAMPLES = 400;

  /** Bytes of an entry of the order by name, which lies behind the addresses if these lie last. */
  private static final int RANK = 3;

  /** Empty for a kernel without one. */
  static Optional<Kallsyms> find(RawImage image) {
    for (TokenTable table : TokenTable.find(image)) {
      Optional<PackedNames> names = PackedNames.before(image, table);
      Optional<AddressTable> addresses = names.flatMap(found -> AddressTable.of(image, found));
      if (names.isPresent() && addresses.isPresent()) {
        List<String> unpacked = names.get().unpack();
        ImageTable extent = extent(image, names.get(), addresses.get());
        return Optional.of(new Kallsyms(unpacked, addresses.get(), samples(unpacked), extent));
      }
    }
    return Optional.empty();
  }

  private static ImageTable extent(RawImage image, PackedNames names, AddressTable addresses) {
    long start = Math.min(names.countAt(), addresses.start());
    boolean last = addresses.start() > names.countAt();
    long end = last ? addresses.end() + (long) RANK * names.count() : names.table().end();
    long size = Math.min(image.align(end), image.bytes().size()) - start;
    return new ImageTable(ImageTable.Kind.KALLSYMS, start, size);
  }

  /** Where the address stands that the others count from; empty when they count from nothing. */
  OptionalLong baseAt() {
    return addresses.baseAt();
  }

  private static int[] samples(List<String> names) {
    int[] texts =
        IntStream.range(0, names.size())
            .filter(i -> RawSymbol.isText(names.get(i).charAt(0)))
            .toArray();
    int step = 1 + texts.length / SAMPLES;
    return IntStream.iterate(0, i -> i < texts.length, i -> i + step).map(i -> texts[i]).toArray();
  }

  /** Addresses of some functions, given that address. */
  long[] someFunctions(long base) {
    return IntStream.of(samples).mapToLong(i -> addresses.address(i, base)).toArray();
  }

  /** The lowest address of a function, given that address. */
  long lowestFunction(long base) {
    return LongStream.of(someFunctions(base)).min().orElse(base);
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
