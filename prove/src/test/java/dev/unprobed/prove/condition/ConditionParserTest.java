package dev.unprobed.prove.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionParserTest {
  private static final String KCONFIG =
      "config A\n\tbool\nconfig B\n\tbool\nconfig C\n\tbool\nconfig N\n\tint\nconfig 3COM\n\tbool\n";

  private final MenuTree tree =
      World.of(Generation.LINUX_6_1, Map.of("Kconfig", KCONFIG), "").explainer().tree();

  @Test
  void orBindsLeast() {
    assertThat(parse("A||B&&!C"))
        .isEqualTo(
            new Condition.Or(
                value("A"), new Condition.And(value("B"), new Condition.Not(value("C")))));
    assertThat(parse(" (A || B) && C "))
        .isEqualTo(new Condition.And(new Condition.Or(value("A"), value("B")), value("C")));
  }

  @Test
  void comparesWithSymbolsNumbersAndTexts() {
    assertThat(parse("A!=m")).isEqualTo(compare(Expr.Kind.UNEQUAL, "A", "m"));
    assertThat(parse("A = 'y'")).isEqualTo(compare(Expr.Kind.EQUAL, "A", "y"));
    assertThat(parse("A = 3COM")).isEqualTo(compare(Expr.Kind.EQUAL, "A", "3COM"));
    Symbol number = symbol("N");
    assertThat(parse("N <= -3"))
        .isEqualTo(new Condition.TextComparison(Expr.Kind.LESS_EQUAL, number, "-3"));
    assertThat(parse("N >= \"0x1f\""))
        .isEqualTo(new Condition.TextComparison(Expr.Kind.GREATER_EQUAL, number, "0x1f"));
  }

  @Test
  void saysWhereAndWhat() {
    assertThatThrownBy(() -> parse("A && MISSING"))
        .hasMessage(
            """
            --when:1:6: error[unknown-symbol]: no Kconfig file that was read knows "MISSING"
              A && MISSING
                   ^

              hint: did you mean B?\
            """);
    assertThatThrownBy(() -> parse("(A"))
        .hasMessageContaining("--when:1:3: error[syntax]: expected ')'");
    assertThatThrownBy(() -> parse("A B"))
        .hasMessageContaining("1:3: error[syntax]: expected an op");
    assertThatThrownBy(() -> parse(""))
        .hasMessageContaining("1:1: error[syntax]: expected a symbol");
    assertThatThrownBy(() -> parse("N = \"1")).hasMessageContaining("1:5: error[syntax]: a quote");
    assertThatThrownBy(() -> parse("!".repeat(501) + "A")).hasMessageContaining("more than 500");
  }

  private Condition parse(String text) {
    SymbolNames names =
        new SymbolNames() {
          @Override
          public @Nullable Symbol find(String name) {
            return tree.find(name);
          }

          @Override
          public String hint(String name) {
            return "did you mean B?";
          }
        };
    return ConditionParser.parse(Snippet.of("--when", text), names);
  }

  private Symbol symbol(String name) {
    return Objects.requireNonNull(tree.find(name));
  }

  private Condition value(String name) {
    return new Condition.Value(symbol(name));
  }

  private Condition compare(Expr.Kind kind, String left, String right) {
    return new Condition.Comparison(kind, symbol(left), symbol(right));
  }
}
