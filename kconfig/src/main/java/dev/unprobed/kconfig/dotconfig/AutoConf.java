package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel's build reads of a configuration: {@code auto.conf}, {@code autoconf.h}, {@code
 * rustc_cfg}, the dependencies of {@code auto.conf}, and an empty file for each symbol whose change
 * some object file waits for.
 *
 * @param names where the files go
 * @param kconfigFiles all files that the tree was read from, in order
 * @param environment the environment variables that the tree was made with
 */
public record AutoConf(
    Evaluation evaluation,
    WorkFiles files,
    Names names,
    List<String> kconfigFiles,
    Map<String, String> environment,
    Messages messages) {

  /**
   * The names of the files and the prefix of symbols.
   *
   * @param touched what the name of a changed symbol is put behind
   * @param negatives whether n and 0 are written as well (coreboot)
   */
  public record Names(
      String autoConf,
      String header,
      String rust,
      String prefix,
      String touched,
      boolean negatives) {}

  /**
   * Writes all files.
   *
   * @param overwrite false leaves everything alone when there is an {@code auto.conf}
   */
  public void write(boolean overwrite) {
    if (!overwrite && files.exists(names.autoConf)) {
      return;
    }
    files.write(names.autoConf + ".cmd", ByteText.bytes(dependencies()));
    boolean early = evaluation.tree().generation().choicesByPriority();
    if (early) {
      computeAll();
    }
    touchChanged();
    computeAll();
    files.write(names.header, ByteText.bytes(header()));
    files.write(names.rust, ByteText.bytes(rust()));
    // Last, because its time of change tells the build that all the others are there.
    files.write(names.autoConf, ByteText.bytes(autoConf()));
  }

  private void computeAll() {
    evaluation.tree().inTableOrder().forEach(evaluation::compute);
  }

  private String dependencies() {
    boolean byVariable = evaluation.tree().generation().choicesByPriority();
    String target = byVariable ? "$(autoconfig)" : names.autoConf;
    StringBuilder text = new StringBuilder();
    if (byVariable) {
      text.append("autoconfig := ").append(names.autoConf).append("\n\n");
    }
    text.append("deps_config := \\\n");
    for (String file : byVariable ? kconfigFiles : kconfigFiles.reversed()) {
      text.append('\t').append(file).append(" \\\n");
    }
    text.append('\n').append(target).append(": $(deps_config)\n");
    if (byVariable) {
      text.append("$(deps_config): ;\n");
      environment.forEach(
          (name, value) -> forceWhenChanged(text.append('\n'), target, name, value));
    } else {
      text.append('\n');
      environment.forEach((name, value) -> forceWhenChanged(text, target, name, value));
      text.append("\n$(deps_config): ;\n");
    }
    return text.toString();
  }

  private static void forceWhenChanged(
      StringBuilder text, String target, String name, String value) {
    text.append("ifneq \"$(").append(name).append(")\" \"").append(value).append("\"\n");
    text.append(target).append(": FORCE\nendif\n");
  }

  private void touchChanged() {
    String directory = names.touched;
    Map<Symbol, String> old = new HashMap<>();
    readOld(directory, old);
    for (Symbol symbol : evaluation.tree().inTableOrder()) {
      evaluation.compute(symbol);
      if (!symbol.choice() && symbol.name() != null && differs(symbol, old)) {
        files.touch(directory + symbol.name());
      }
    }
  }

  private void readOld(String directory, Map<Symbol, String> old) {
    byte[] content;
    try {
      content = files.read(names.autoConf);
    } catch (IOException e) {
      throw new KconfigException(
          Diagnostic.ofFile(
              names.autoConf,
              "unreadable",
              "cannot read the file: " + Reason.of(e),
              "it is made anew when it is not there"));
    }
    if (content == null) {
      return;
    }
    boolean recompute = !evaluation.tree().generation().choicesByPriority();
    ChoiceModes choices = recompute ? new ChoiceModes() : null;
    new ConfigLines(evaluation.tree().generation(), names.prefix)
        .forEach(
            content,
            (line, name, value) -> remember(directory, old, choices, line, name, value),
            (line, data) -> warn(line, "unexpected data: " + data));
    if (recompute) {
      evaluation.tree().inTableOrder().forEach(evaluation::invalidate);
      evaluation.compute(evaluation.tree().modules());
    }
  }

  /** A symbol that the tree has no more counts as changed. */
  private void remember(
      String directory,
      Map<Symbol, String> old,
      @Nullable ChoiceModes choices,
      int line,
      String name,
      String value) {
    Symbol symbol = evaluation.tree().find(name);
    if (symbol == null) {
      if (!name.isEmpty()) {
        files.touch(directory + name);
      }
      return;
    }
    if (old.containsKey(symbol)) {
      warn(line, "override: reassigning to symbol " + name);
    }
    String possible = ConfigReader.autoValue(symbol, value);
    if (possible == null) {
      return;
    }
    old.put(symbol, possible);
    String inconsistency = choices == null ? null : choices.accept(symbol, possible);
    if (inconsistency != null) {
      warn(line, inconsistency);
    }
  }

  private void warn(int line, String text) {
    messages.err(names.autoConf + ":" + line + ":warning: " + text + "\n");
  }

  private boolean differs(Symbol symbol, Map<Symbol, String> old) {
    String before = old.get(symbol);
    if (!evaluation.written(symbol)) {
      return before != null;
    }
    String now = evaluation.currentText(symbol);
    return before != null
        ? symbol.type() == SymbolType.UNKNOWN || !before.equals(now)
        : !(symbol.type().logical() && now.equals("n"));
  }

  private String autoConf() {
    StringBuilder text = new StringBuilder();
    ConfigText.heading(text, evaluation, "#", "#", "#");
    for (Symbol symbol : written()) {
      String value = evaluation.currentText(symbol);
      if (!symbol.type().logical() || !value.equals("n") || names.negatives) {
        text.append(names.prefix).append(symbol.name()).append('=').append(value).append('\n');
      }
    }
    return text.toString();
  }

  private String header() {
    StringBuilder text = new StringBuilder();
    ConfigText.heading(text, evaluation, "/*", " *", " */");
    for (Symbol symbol : written()) {
      String value = evaluation.currentText(symbol);
      if (symbol.type().logical()) {
        if (value.equals("n") && names.negatives) {
          text.append("#define ").append(names.prefix).append(symbol.name()).append(" 0\n");
        } else if (!value.equals("n")) {
          String suffix = value.equals("m") ? "_MODULE" : "";
          text.append("#define ")
              .append(names.prefix)
              .append(symbol.name())
              .append(suffix)
              .append(" 1\n");
        }
      } else {
        text.append("#define ").append(names.prefix).append(symbol.name()).append(' ');
        boolean zero = names.negatives && value.isEmpty() && symbol.type().numeric();
        text.append(zero ? "0" : literal(symbol, value)).append('\n');
      }
    }
    return text.toString();
  }

  private static String literal(Symbol symbol, String value) {
    return switch (symbol.type()) {
      case STRING -> ConfigLines.escape(value);
      case HEX -> withHexPrefix(value);
      default -> value;
    };
  }

  private static String withHexPrefix(String value) {
    return value.startsWith("0x") || value.startsWith("0X") ? value : "0x" + value;
  }

  private String rust() {
    StringBuilder text = new StringBuilder();
    for (Symbol symbol : written()) {
      String value = evaluation.currentText(symbol);
      if (symbol.type().logical()) {
        if (value.equals("n")) {
          continue;
        }
        text.append("--cfg=").append(names.prefix).append(symbol.name()).append('\n');
      }
      String shown = symbol.type() == SymbolType.HEX ? withHexPrefix(value) : value;
      text.append("--cfg=").append(names.prefix).append(symbol.name()).append('=');
      text.append(ConfigLines.escape(shown)).append('\n');
    }
    return text.toString();
  }

  private boolean negative(Symbol symbol) {
    return names.negatives && symbol.type() != SymbolType.STRING;
  }

  private List<Symbol> written() {
    return evaluation.tree().inTableOrder().stream()
        .filter(symbol -> evaluation.written(symbol) || negative(symbol))
        .filter(symbol -> symbol.name() != null && symbol.type() != SymbolType.UNKNOWN)
        .toList();
  }
}
