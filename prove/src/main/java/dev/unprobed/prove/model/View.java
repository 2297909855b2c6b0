package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.sat.Cnf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The texts that a symbol can be, each with the literal that says so. Exactly one of the literals
 * is true.
 *
 * @param type of the symbol, which says how it compares
 * @param texts byte strings
 */
public record View(SymbolType type, SequencedMap<String, Integer> texts) {
  public View {
    texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
  }

  /** A text that nothing defines, as in quotes or as a number. */
  public static View constant(String text) {
    return constant(SymbolType.UNKNOWN, text);
  }

  static View constant(SymbolType type, String text) {
    return new View(type, new LinkedHashMap<>(Map.of(text, Cnf.TRUE)));
  }

  /** The value of a bool or tristate as text. */
  static View logical(SymbolType type, Pair value, Cnf cnf) {
    SequencedMap<String, Integer> texts = new LinkedHashMap<>();
    texts.put("n", -value.m());
    texts.put("m", cnf.and(value.m(), -value.y()));
    texts.put("y", value.y());
    texts.values().removeIf(literal -> literal == Cnf.FALSE);
    return new View(type, texts);
  }

  /** The literal of a text, never true for one that the symbol cannot be. */
  public int is(String text) {
    return texts.getOrDefault(text, Cnf.FALSE);
  }
}
