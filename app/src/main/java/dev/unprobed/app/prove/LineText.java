package dev.unprobed.app.prove;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.SourceFile;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Line;
import java.util.function.Function;

/**
 * The lines that proofs rest on, readable.
 *
 * @param sources the Kconfig files by their names
 */
public record LineText(Function<String, SourceFile> sources) {
  /** Such as {@code arch/arm64/Kconfig.platforms:99: select COMMON_CLK_SAMSUNG (ARCH_EXYNOS)}. */
  public String of(Line line) {
    return switch (line) {
      case Line.Undefined(Symbol symbol) ->
          "nothing defines " + ByteText.readable(symbol.displayName());
      case Line.Stated stated -> {
        String place = ByteText.readable(stated.location().toString());
        String said = text(stated);
        Symbol symbol = stated.symbol();
        String name = symbol == null ? "" : ByteText.readable(symbol.displayName());
        boolean named = symbol == null || symbol.name() == null || said.contains(name);
        yield place + ": " + said + (named ? "" : " (" + name + ")");
      }
    };
  }

  /** Where the line is, or which one there is not. */
  public String place(Line line) {
    return line instanceof Line.Stated stated
        ? ByteText.readable(stated.location().toString())
        : of(line);
  }

  /** What the line says, readable. */
  public String text(Line.Stated stated) {
    SourceFile file = sources.apply(stated.location().file());
    return ByteText.readable(file.line(stated.location().line())).strip();
  }
}
