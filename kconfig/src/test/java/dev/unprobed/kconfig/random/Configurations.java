package dev.unprobed.kconfig.random;

import dev.unprobed.kconfig.random.Plan.Kind;
import dev.unprobed.kconfig.random.Plan.Planned;
import java.util.ArrayList;
import java.util.List;

/** Random {@code .config} files. */
final class Configurations {
  private final Dice dice;
  private final Plan plan;

  Configurations(Dice dice, Plan plan) {
    this.dice = dice;
    this.plan = plan;
  }

  String config() {
    int share = dice.of(0, 30, 60, 100);
    boolean odd = dice.percent(25);
    List<String> lines = new ArrayList<>();
    if (dice.percent(60)) {
      lines.add(dice.of("CONFIG_MODULES=y", "CONFIG_MODULES=y", "# CONFIG_MODULES is not set"));
    }
    for (Planned symbol : plan.symbols) {
      while (dice.percent(share)) {
        lines.add(line(symbol, odd));
        if (dice.percent(97)) {
          break;
        }
      }
      if (odd && dice.percent(10)) {
        lines.add(oddLine());
      }
    }
    if (dice.percent(30)) {
      lines = dice.shuffled(lines);
    }
    String end = odd ? dice.of("\n", "\n", "\r\n") : "\n";
    return String.join(end, lines) + (dice.percent(95) ? end : "");
  }

  private String line(Planned symbol, boolean odd) {
    String name = "CONFIG_" + symbol.name();
    Kind kind = odd && dice.percent(5) ? dice.of(Kind.values()) : symbol.kind();
    String value = value(kind, odd);
    return value.equals("n") && dice.percent(90) ? "# " + name + " is not set" : name + "=" + value;
  }

  private String value(Kind kind, boolean odd) {
    return switch (kind) {
      case BOOL -> dice.of("y", "n", "y", odd ? "m" : "n");
      case TRISTATE -> dice.of("y", "m", "n", "m", odd ? "\"y\"" : "y");
      case INT -> dice.of("0", "3", "5", "8", "50", "-7", odd ? "0x5" : "99", odd ? "" : "6");
      case HEX -> dice.of("0x0", "0x7", "0x20", "0xfff", odd ? "zz" : "0x9", odd ? "A" : "0xA");
      case STRING ->
          dice.of(
              "\"\"",
              "\"text\"",
              "\"a b\"",
              "\"q\\\"q\"",
              "\"\\\\\"",
              odd ? "bare" : "\"x\"",
              odd ? "\"open" : "\"y\"",
              odd ? "\"end\" tail" : "\"z\"");
    };
  }

  private String oddLine() {
    return dice.of(
        "CONFIG_UNKNOWN=y",
        "# CONFIG_UNKNOWN is not set",
        "# CONFIG_S0 is not set here",
        "# CONFIG_S1 is not",
        "# a comment",
        "#CONFIG_S1 is not set",
        "nonsense",
        "CONFIG_S0",
        "CONFIG_=y",
        "CONFIG_U0=y",
        " CONFIG_S1=y",
        "CONFIG_S2 =y",
        "CONFIG_S2= y",
        "CONFIG_S1=yes",
        "CONFIG_S1=Y",
        "CONFIG_y=n",
        "CONFIG_NAMED1=y",
        "");
  }
}
