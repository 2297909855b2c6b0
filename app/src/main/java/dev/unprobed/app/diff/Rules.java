package dev.unprobed.app.diff;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Says how the files of two trees differ about one symbol. */
record Rules(Side a, Side b) {
  /** A sentence for each difference that matters to {@code how}. */
  List<String> of(Pair pair, How how) {
    Symbol left = pair.a();
    Symbol right = pair.b();
    if (left == null || right == null) {
      return List.of();
    }
    List<String> sentences =
        switch (how) {
          case TYPE_CHANGED -> List.of("type: " + type(left) + " -> " + type(right));
          case DEFAULT_CHANGED -> List.of("default: " + line(a, left) + " -> " + line(b, right));
          case SELECTS_CHANGED -> selects(left, right);
          case DEPENDENCIES_CHANGED -> dependencies(condition(left), condition(right));
          default -> List.of();
        };
    return sentences.stream().map(ByteText::readable).toList();
  }

  private static String type(Symbol symbol) {
    return symbol.type().name().toLowerCase(Locale.ROOT);
  }

  private static String line(Side side, Symbol symbol) {
    Property line = side.evaluation().activeProperty(symbol, Property.Kind.DEFAULT);
    return line == null ? "none" : DefaultBlame.text(line) + " (" + line.location() + ")";
  }

  private static @Nullable Expr condition(Symbol symbol) {
    return symbol.properties().stream()
        .filter(Property::visible)
        .findFirst()
        .map(Property::condition)
        .orElse(symbol.directDependency());
  }

  private List<String> dependencies(@Nullable Expr left, @Nullable Expr right) {
    List<String> sentences = new ArrayList<>();
    Map<String, Integer> before = texts(a, left);
    Map<String, Integer> after = texts(b, right);
    only(before, after, (text, value) -> sentences.add("no longer depends on " + text + value));
    only(after, before, (text, value) -> sentences.add("now depends on " + text + value));
    return sentences;
  }

  private static void only(
      Map<String, Integer> mine, Map<String, Integer> others, BiConsumer<String, String> visitor) {
    mine.forEach((text, value) -> {
      if (!others.containsKey(text) && !text.equals("<choice>")) {
        visitor.accept(text, " [=" + Tristate.text(value) + "]");
      }
    });
  }

  private List<String> selects(Symbol left, Symbol right) {
    List<String> sentences = new ArrayList<>();
    selectors(sentences, "selected by ", left.reverseDependency(), right.reverseDependency());
    selectors(
        sentences, "implied by ", left.weakReverseDependency(), right.weakReverseDependency());
    return sentences;
  }

  private void selectors(
      List<String> into, String what, @Nullable Expr left, @Nullable Expr right) {
    Map<String, Integer> before = selectors(a, left);
    Map<String, Integer> after = selectors(b, right);
    only(before, after, (name, value) -> into.add("no longer " + what + name + value));
    only(after, before, (name, value) -> into.add("now " + what + name + value));
  }

  /** Those that act, by name: the first symbol of what stands between two {@code ||}. */
  private static Map<String, Integer> selectors(Side side, @Nullable Expr expr) {
    Map<String, Integer> selectors = new LinkedHashMap<>();
    for (Expr operand : operands(Expr.Kind.OR, expr)) {
      int value = side.evaluation().value(operand);
      if (value != Tristate.N) {
        selectors.merge(Blame.text(operands(Expr.Kind.AND, operand).getFirst()), value, Math::max);
      }
    }
    return selectors;
  }

  private static Map<String, Integer> texts(Side side, @Nullable Expr expr) {
    Map<String, Integer> texts = new LinkedHashMap<>();
    for (Expr operand : operands(Expr.Kind.AND, expr)) {
      texts.put(Blame.text(operand), side.evaluation().value(operand));
    }
    return texts;
  }

  private static List<Expr> operands(Expr.Kind kind, @Nullable Expr expr) {
    List<Expr> operands = new ArrayList<>();
    if (expr != null) {
      collect(kind, expr, operands);
    }
    return operands;
  }

  private static void collect(Expr.Kind kind, Expr expr, List<Expr> into) {
    if (expr.kind() == kind) {
      collect(kind, expr.left(), into);
      collect(kind, expr.right(), into);
    } else {
      into.add(expr);
    }
  }
}
