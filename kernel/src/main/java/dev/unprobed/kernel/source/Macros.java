package dev.unprobed.kernel.source;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The macros that a file can use: its own, those of the kernel's headers, those beside it. */
final class Macros {
  private final Map<String, Macro> own;
  private final Map<String, Macro> kernel;
  private final Supplier<Map<String, Macro>> beside;
  private @Nullable Map<String, Macro> read;

  /**
   * @param kernel of include/, whatever the file includes: those that are called like functions,
   *     and texts whose name means only one thing
   * @param beside of headers that the file includes; asked for only when a name is known nowhere
   *     else
   */
  Macros(Map<String, Macro> own, Map<String, Macro> kernel, Supplier<Map<String, Macro>> beside) {
    this.own = new HashMap<>(own);
    this.kernel = kernel;
    this.beside = beside;
  }

  /**
   * @param deep whether headers beside the file are worth reading for it
   */
  @Nullable Macro find(String name, boolean deep) {
    Macro macro = own.get(name);
    if (macro == null && deep) {
      if (read == null) {
        read = beside.get();
      }
      macro = read.get(name);
    }
    if (macro == null && !name.startsWith("__")) {
      Macro general = kernel.get(name);
      macro = general != null && (general.function() || deep) ? general : null;
    }
    return macro;
  }
}
