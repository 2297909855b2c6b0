package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Where an image is linked to lie. The image does not say; but its relocations tell the address of
 * the place where kallsyms keeps its base, and without relocations the symbols have to stand on the
 * beginnings of functions.
 *
 * @param base the address of the image's first byte
 * @param bytes with all pointers filled in
 */
record Placement(long base, Bytes bytes, List<RawSymbol> symbols) {
  private static final long PAGE = 4096;
  private static final int ENOUGH = 20;

  /** With the names of the image itself. */
  static Placement of(RawImage image, Kallsyms kallsyms) {
    Relocations relocations = Relocations.find(image);
    // with .relr.dyn the few relocations of the other kind tell nothing about this place
    Found found =
        best(image, kallsyms, relocated(image, relocations, kallsyms.baseAt()))
            .or(() -> best(image, kallsyms, inPlace(image, kallsyms)))
            .orElseThrow(() -> unknown(image));
    return new Placement(
        found.base(), relocations.applied(found.base()), kallsyms.symbols(found.start()));
  }

  /** Where the image lies, and what the addresses of its symbols count from. */
  private record Found(long base, long start) {}

  /** With the names of a System.map, where _text is the image's first byte. */
  static Placement of(RawImage image, List<RawSymbol> symbols) {
    long base =
        symbols.stream()
            .filter(symbol -> symbol.name().equals("_text"))
            .mapToLong(RawSymbol::address)
            .findFirst()
            .orElse(0);
    long[] functions =
        symbols.stream().filter(RawSymbol::isText).mapToLong(RawSymbol::address).toArray();
    if (new Prologues(image).score(functions, base) < ENOUGH) {
      throw image
          .bytes()
          .malformed(0, "wrong-system-map", "the System.map is not the one of this image");
    }
    return new Placement(base, Relocations.find(image).applied(base), symbols);
  }

  /** Image addresses, each with the address that the symbols count from. */
  private static NavigableMap<Long, Long> relocated(
      RawImage image, Relocations relocations, OptionalLong known) {
    NavigableMap<Long, Long> candidates = new TreeMap<>();
    if (known.isEmpty() || relocations.isEmpty()) {
      return candidates;
    }
    long baseAt = known.getAsLong();
    long lowest = relocations.extreme(Math::min, Long.MAX_VALUE);
    long highest = relocations.extreme(Math::max, Long.MIN_VALUE);
    relocations.forEach((place, pointer) -> {
      long base = place - baseAt;
      boolean covers = base <= lowest && highest - base < image.bytes().size();
      if (base % PAGE == 0 && covers && pointer >= base && pointer - base < image.memory()) {
        candidates.put(base, pointer);
      }
    });
    return candidates;
  }

  private static NavigableMap<Long, Long> inPlace(RawImage image, Kallsyms kallsyms) {
    NavigableMap<Long, Long> candidates = new TreeMap<>();
    long start = kallsyms.baseAt().isPresent() ? image.word(kallsyms.baseAt().getAsLong()) : 0;
    long text = kallsyms.lowestFunction(start);
    for (long offset = Math.floorMod(text, PAGE); offset < image.bytes().size(); offset += PAGE) {
      candidates.put(text - offset, start);
    }
    return candidates;
  }

  private static Optional<Found> best(
      RawImage image, Kallsyms kallsyms, NavigableMap<Long, Long> candidates) {
    Found best = new Found(0, 0);
    int score = ENOUGH - 1;
    Prologues prologues = new Prologues(image);
    for (var candidate : candidates.entrySet()) {
      long[] functions = kallsyms.someFunctions(candidate.getValue());
      int its = prologues.score(functions, candidate.getKey());
      if (its > score) {
        score = its;
        best = new Found(candidate.getKey(), candidate.getValue());
      }
    }
    return score < ENOUGH ? Optional.empty() : Optional.of(best);
  }

  private static MalformedInput unknown(RawImage image) {
    return new MalformedInput(
        image.bytes().path(),
        -1,
        "unknown-address",
        "cannot work out at which address the image is linked",
        "a System.map beside it would tell");
  }
}
