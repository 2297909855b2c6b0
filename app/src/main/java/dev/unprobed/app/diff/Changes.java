package dev.unprobed.app.diff;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes readable records of symbols that differ. */
final class Changes {
  private final Side a;
  private final Side b;
  private final Map<String, Reason> graph;
  private final Map<String, Symbol> left;
  private final Map<String, Symbol> right;
  private final Rules rules;

  Changes(Side a, Side b, Map<String, Reason> graph) {
    this.a = a;
    this.b = b;
    this.graph = graph;
    this.left = byKey(a);
    this.right = byKey(b);
    this.rules = new Rules(a, b);
  }

  private static Map<String, Symbol> byKey(Side side) {
    return side.tree().symbols().stream()
        .filter(symbol -> !symbol.constant() && Side.counts(symbol))
        .collect(Collectors.toMap(Pair::key, symbol -> symbol, (one, other) -> one));
  }

  Change of(String key) {
    Pair pair = new Pair(key, left.get(key), right.get(key));
    Reason reason = Objects.requireNonNull(graph.get(key));
    Optional<String> before = value(a, pair.a());
    Optional<String> after = value(b, pair.b());
    return new Change(
        readable(key),
        before,
        after,
        rose(pair),
        reason.how(),
        reason.causes().stream().filter(cause -> !cause.equals(key)).map(this::readable).toList(),
        rules.of(pair, reason.how()),
        ByteText.readable(pair.any().definitions().getFirst().location().toString()),
        ByteText.readable(Renames.prompt(pair.any())));
  }

  String readable(String key) {
    return ByteText.readable(key);
  }

  private static Optional<String> value(Side side, @Nullable Symbol symbol) {
    return symbol == null
        ? Optional.empty()
        : Optional.of(ByteText.readable(ConfigText.written(symbol, side.text(symbol))));
  }

  private boolean rose(Pair pair) {
    if (!pair.any().type().logical()) {
      return pair.a() == null || a.text(pair.a()).isEmpty();
    }
    int before = pair.a() == null ? 0 : a.evaluation().logicalValue(pair.a());
    return pair.b() != null && b.evaluation().logicalValue(pair.b()) > before;
  }
}
