package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
    boolean filledIn = !relocations.isEmpty() && kallsyms.baseAt().isPresent();
    NavigableMap<Long, Long> candidates =
        filledIn ? relocated(image, relocations, kallsyms.baseAt().getAsLong()) : new TreeMap<>();
    if (candidates.isEmpty()) {
      candidates = inPlace(image, kallsyms);
    }
    long base = best(image, kallsyms, candidates);
    List<RawSymbol> symbols = kallsyms.symbols(candidates.getOrDefault(base, 0L));
    return new Placement(base, relocations.applied(base), symbols);
  }

  /** With the names of a System.map, where _text is the image's first byte. */
  static Placement of(RawImage image, List<RawSymbol> symbols) {
    long base =
        symbols.stream()
            .filter(symbol -> symbol.name().equals("_text"))
            .mapToLong(RawSymbol::address)
            .findFirst()
            .orElse(0);
    if (Prologues.of(image, symbols).score(base) < ENOUGH) {
      throw image
          .bytes()
          .malformed(0, "wrong-system-map", "the System.map is not the one of this image");
    }
    return new Placement(base, Relocations.find(image).applied(base), symbols);
  }

  /** Image addresses, each with the address that the symbols count from. */
  private static NavigableMap<Long, Long> relocated(
      RawImage image, Relocations relocations, long baseAt) {
    NavigableMap<Long, Long> candidates = new TreeMap<>();
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
    long text =
        kallsyms.symbols(start).stream()
            .filter(RawSymbol::isText)
            .mapToLong(RawSymbol::address)
            .min()
            .orElse(start);
    for (long offset = text % PAGE; offset < image.bytes().size(); offset += PAGE) {
      candidates.put(text - offset, start);
    }
    return candidates;
  }

  private static long best(RawImage image, Kallsyms kallsyms, NavigableMap<Long, Long> candidates) {
    long best = 0;
    int score = -1;
    Map<Long, Prologues> prologues = new HashMap<>();
    for (var candidate : candidates.entrySet()) {
      int its =
          prologues
              .computeIfAbsent(
                  candidate.getValue(), start -> Prologues.of(image, kallsyms.symbols(start)))
              .score(candidate.getKey());
      if (its > score) {
        score = its;
        best = candidate.getKey();
      }
    }
    if (score < ENOUGH) {
      throw new MalformedInput(
          image.bytes().path(),
          -1,
          "unknown-address",
          "cannot work out at which address the image is linked",
          "a System.map beside it would tell");
    }
    return best;
  }
}
