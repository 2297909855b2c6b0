package dev.unprobed.prove.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the files of one object for what modules need, and for what they cannot have. What the
 * macros do in a module is in include/linux/module.h, init.h and of.h.
 */
final class ModuleCode {
  private static final Pattern LICENSE = Pattern.compile("\\bMODULE_LICENSE\\s*\\(");
  private static final Pattern EXIT =
      Pattern.compile("\\bmodule_(?:exit|\\w*driver\\w*|virtio_\\w+)\\s*\\(");
  private static final Pattern INIT =
      Pattern.compile(
          "(?m)^(module_init|module_\\w*driver\\w*|builtin_\\w*driver\\w*|\\w+_initcall(?:_sync)?)"
              + "\\s*\\(");

  /** Entries of tables that the linker gathers for the kernel, and for no module. */
  private static final Pattern TABLE =
      Pattern.compile(
          "(?m)^\\s*(\\w*(?:OF|ACPI|EARLYCON|IRQCHIP)_DECLARE(?:_\\w+)?|EARLYCON_DECLARE"
              + "|(?:DT_)?MACHINE_START)\\s*\\(");

  private static final Pattern PARAMETER = Pattern.compile("(?m)^\\s*(early_param|__setup)\\s*\\(");

  /** The initcalls that are module_init in a module. */
  private static final List<String> TURNED_INTO_INIT =
      List.of(
          "early",
          "core",
          "postcore",
          "arch",
          "subsys",
          "fs",
          "rootfs",
          "device",
          "late",
          "console");

  private final Module module;
  private final Map<String, Code> codes = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private ModuleCode(SourceFiles files, Module module) {
    this.module = module;
    for (String source : module.sources()) {
      String text = files.text(source);
      codes.put(source, Code.of(text == null ? "" : text));
    }
  }

  static List<Finding> findings(SourceFiles files, Module module) {
    ModuleCode code = new ModuleCode(files, module);
    code.look();
    return code.findings;
  }

  /** Only the entries of tables, in an object that is not to be a module. */
  static List<Finding> tables(SourceFiles files, Module object) {
    ModuleCode code = new ModuleCode(files, object);
    object.sources().forEach(code::tables);
    return code.findings;
  }

  private void look() {
    if (module.sources().isEmpty()) {
      findings.add(
          Finding.against(module.makefile(), module.line(), "no source of " + module.name()));
      return;
    }
    String first = module.sources().getFirst();
    if (!anywhere(LICENSE)) {
      findings.add(
          Finding.against(first, 0, "no MODULE_LICENSE, without which no module is built"));
    }
    inits();
    module.sources().forEach(this::tables);
    module.sources().forEach(this::parameters);
    if (!anywhere(EXIT) && anywhere(INIT)) {
      findings.add(Finding.caution(first, 0, "no module_exit: once loaded it stays"));
    }
  }

  private boolean anywhere(Pattern pattern) {
    return codes.values().stream().anyMatch(code -> pattern.matcher(code.text()).find());
  }

  private void inits() {
    int inits = 0;
    for (String source : module.sources()) {
      Code code = code(source);
      for (Matcher init = INIT.matcher(code.text()); init.find(); ) {
        init(source, code.line(init.start(1)), init.group(1), ++inits);
      }
    }
  }

  private void init(String source, int line, String macro, int number) {
    if (number > 1) {
      findings.add(
          Finding.against(
              source, line, macro + "() comes after another, and a module has one init function"));
    }
    if (macro.startsWith("builtin_")) {
      findings.add(
          Finding.against(
              source, line, macro + "() says that it is never a module: there is no way out"));
    } else if (macro.contains("_initcall")) {
      String level = macro.replaceFirst("_initcall.*", "");
      boolean known = TURNED_INTO_INIT.contains(level);
      findings.add(
          known
              ? Finding.caution(source, line, macro + "() only runs when a module is loaded")
              : Finding.against(source, line, macro + "() is not there for modules"));
    }
  }

  private void tables(String source) {
    Code code = code(source);
    Matcher table = TABLE.matcher(code.text());
    int others = 0;
    String name = "";
    int line = 0;
    while (table.find()) {
      others += name.isEmpty() ? 0 : 1;
      line = name.isEmpty() ? code.line(table.start(1)) : line;
      name = name.isEmpty() ? table.group(1) : name;
    }
    if (!name.isEmpty()) {
      String more = others == 0 ? "" : " (and " + others + " more such)";
      findings.add(Finding.against(source, line, name + " works only built in" + more));
    }
  }

  private void parameters(String source) {
    Code code = code(source);
    Matcher parameter = PARAMETER.matcher(code.text());
    if (parameter.find()) {
      int line = code.line(parameter.start(1));
      String text = parameter.group(1) + "() is nothing in a module: the parameter is lost";
      findings.add(Finding.caution(source, line, text));
    }
  }

  private Code code(String source) {
    return codes.getOrDefault(source, new Code(""));
  }
}
