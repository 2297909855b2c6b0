package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that BusyBox's conf writes beside the {@code .config}: {@code include/autoconf.h} with
 * every symbol as a macro in several forms, and {@code .kconfig.d} with the names of all Kconfig
 * files.
 *
 * @param version of BusyBox
 * @param timestamp when, as autoconf.h has it; absent when that is not wanted
 */
public record BusyBoxFiles(Evaluation evaluation, String version, @Nullable String timestamp) {

  /** Writes both files. */
  public void write(WorkFiles files, List<String> kconfigFiles) {
    files.write(".kconfig.d", ByteText.bytes(dependencies(kconfigFiles)));
    files.write("include/autoconf.h", ByteText.bytes(header()));
  }

  private static String dependencies(List<String> kconfigFiles) {
    String files = String.join(" \\\n\t", kconfigFiles.reversed());
    return "deps_config := \\\n\t"
        + files
        + "\n\n.config include/autoconf.h: $(deps_config)\n\n"
        + "include/autoconf.h: .config\n\n$(deps_config):\n";
  }

  private String header() {
    StringBuilder text = new StringBuilder("/*\n * Automatically generated C config: don't edit\n");
    text.append(" * Busybox version: ").append(version).append("\n */\n");
    String stamp = timestamp == null ? "" : timestamp;
    text.append("#define AUTOCONF_TIMESTAMP \"").append(stamp).append("\"\n\n");
    MenuNode root = evaluation.tree().root();
    for (MenuNode node = root.following(root); node != null; node = node.following(root)) {
      Symbol symbol = node.symbol();
      if (symbol != null && !symbol.choice()) {
        evaluation.compute(symbol);
        define(text, symbol);
      } else if (symbol == null && node.prompt() != null && evaluation.menuVisible(node)) {
        text.append("\n/*\n * ").append(node.prompt().prompt()).append("\n */\n");
      }
    }
    return text.toString();
  }

  private void define(StringBuilder text, Symbol symbol) {
    String name = symbol.name();
    int value = evaluation.currentLogical(symbol);
    if (symbol.type().logical() && value == Tristate.N) {
      text.append("#undef CONFIG_").append(name).append("\n#define ENABLE_").append(name);
      text.append(" 0\n#define IF_").append(name).append("(...)\n#define IF_NOT_").append(name);
      text.append("(...) __VA_ARGS__\n");
    } else if (symbol.type().logical() && value == Tristate.M) {
      text.append("#define CONFIG_").append(name).append("_MODULE 1\n");
    } else if (symbol.type() != SymbolType.UNKNOWN) {
      text.append("#define CONFIG_").append(name).append(' ').append(literal(symbol));
      text.append("\n#define ENABLE_").append(name).append(" 1\n#ifdef MAKE_SUID\n# define IF_");
      text.append(name).append("(...) __VA_ARGS__ \"CONFIG_").append(name).append("\"\n#else\n");
      text.append("# define IF_").append(name).append("(...) __VA_ARGS__\n#endif\n");
      text.append("#define IF_NOT_").append(name).append("(...)\n");
    }
  }

  private String literal(Symbol symbol) {
    String value = evaluation.currentText(symbol);
    boolean prefixed = value.startsWith("0x") || value.startsWith("0X");
    return switch (symbol.type()) {
      case STRING -> ConfigLines.escape(value);
      case HEX -> prefixed ? value : "0x" + value;
      case INT -> value.isEmpty() ? "0" : value;
      default -> "1";
    };
  }
}
