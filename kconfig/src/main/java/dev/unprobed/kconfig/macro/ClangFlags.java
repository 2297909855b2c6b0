package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code CLANG_FLAGS} as scripts/Makefile.clang of the tree makes it: the target, who assembles,
 * and which warnings are errors.
 */
final class ClangFlags {
  private static final Pattern WARNING =
      Pattern.compile("(?m)^CLANG_FLAGS\\s*\\+=\\s*(-Werror=\\S+)");

  private final Map<String, String> variables;
  private final String makefile;

  ClangFlags(Path tree, Map<String, String> variables) {
    this.variables = variables;
    this.makefile = read(tree.resolve("scripts/Makefile.clang"));
  }

  String text() {
    StringBuilder flags = new StringBuilder("--target=").append(target());
    if (value("LLVM_IAS").equals("0")) {
      flags.append(" -fno-integrated-as").append(toolchainPrefix());
    } else {
      flags.append(" -fintegrated-as");
    }
    Matcher warning = WARNING.matcher(makefile);
    while (warning.find()) {
      flags.append(' ').append(warning.group(1));
    }
    return flags.toString();
  }

  /** Kernels up to 6.2 take the target from CROSS_COMPILE when that is set. */
  private String target() {
    String prefix = value("CROSS_COMPILE");
    if (makefile.contains("$(notdir $(CROSS_COMPILE:%-=%))") && !prefix.isEmpty()) {
      return prefix.substring(prefix.lastIndexOf('/') + 1).replaceAll("-$", "");
    }
    String arch = value("SRCARCH").equals("um") ? value("SUBARCH") : value("SRCARCH");
    Matcher target =
        Pattern.compile("(?m)^CLANG_TARGET_FLAGS_" + Pattern.quote(arch) + "\\s*:=\\s*(\\S+)")
            .matcher(makefile);
    return target.find() ? target.group(1) : "";
  }

  /** Where clang finds the GNU assembler: beside elfedit, under the same prefix. */
  private String toolchainPrefix() {
    String prefix = value("CROSS_COMPILE");
    String elfedit =
        new World(Path.of("").toAbsolutePath(), variables)
            .state(Subject.program(prefix + "elfedit"));
    String folder = elfedit.substring(0, elfedit.lastIndexOf('/') + 1);
    return " --prefix=" + folder + prefix.substring(prefix.lastIndexOf('/') + 1);
  }

  private String value(String name) {
    return variables.getOrDefault(name, "");
  }

  private static String read(Path file) {
    try {
      return ByteText.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return "";
    }
  }
}
