package dev.unprobed.prove.model;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.sat.Cnf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The values of ints, hexes and strings. */
final class TextValues {
  private final Cnf cnf;
  private final Generation generation;
  private final Visibility visibility;
  private final Lines lines;
  private final Values values;
  private final Candidates candidates;

  TextValues(
      Cnf cnf,
      Generation generation,
      Visibility visibility,
      Lines lines,
      Values values,
      Candidates candidates) {
    this.cnf = cnf;
    this.generation = generation;
    this.visibility = visibility;
    this.lines = lines;
    this.values = values;
    this.candidates = candidates;
  }

  /** A value that the user types in, as far as {@link #constrain} lets him. */
  View free(Symbol symbol, View withoutUser) {
    SequencedMap<String, Integer> texts = new LinkedHashMap<>();
    withoutUser.texts().keySet().forEach(text -> texts.put(text, Cnf.FALSE));
    candidates.of(symbol).forEach(text -> texts.put(text, Cnf.FALSE));
    texts.replaceAll((text, literal) -> texts.size() == 1 ? Cnf.TRUE : cnf.newInput());
    cnf.addExactlyOne(texts.values().stream().mapToInt(Integer::intValue).toArray());
    return new View(symbol.type(), texts);
  }

  /**
   * Says what a symbol with prompts can be. Where it is visible its text stands in the file; one
   * that is no valid value is not read from there, so that the default counts again.
   */
  void constrain(Symbol symbol, View value, View withoutUser) {
    int visible = visibility.prompts(symbol).m();
    Ranges ranges = new Ranges(cnf, generation, lines, values, symbol);
    for (Map.Entry<String, Integer> text : value.texts().entrySet()) {
      int is = text.getValue();
      int byDefault = withoutUser.is(text.getKey());
      cnf.addEqual(-visible, is, byDefault);
      int possible =
          Numbers.valid(symbol.type(), text.getKey())
              ? ranges.keep(text.getKey(), byDefault)
              : byDefault;
      cnf.add(-visible, -is, possible);
    }
  }

  /** The value that the defaults give, within the range. */
  View withoutUser(Symbol symbol) {
    View defaults = defaults(symbol);
    return new Ranges(cnf, generation, lines, values, symbol).clamp(defaults);
  }

  private View defaults(Symbol symbol) {
    SequencedMap<String, Integer> texts = new LinkedHashMap<>();
    int none = Cnf.TRUE;
    for (Property property : symbol.properties()) {
      if (property.kind() != Property.Kind.DEFAULT) {
        continue;
      }
      int condition = lines.condition(property).m();
      int applies = cnf.and(none, condition);
      none = cnf.and(none, -condition);
      Symbol from = property.valueSymbol();
      if (from == null) {
        // An expression is not a text.
        texts.merge(empty(symbol), applies, cnf::or);
      } else {
        values
            .plain(from)
            .texts()
            .forEach((text, is) -> texts.merge(text, cnf.and(applies, is), cnf::or));
      }
    }
    texts.merge(empty(symbol), none, cnf::or);
    texts.values().removeIf(literal -> literal == Cnf.FALSE);
    return new View(symbol.type(), texts);
  }

  private String empty(Symbol symbol) {
    return dev.unprobed.kconfig.eval.TextValues.empty(generation, symbol.type());
  }
}
