package dev.unprobed.app;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The architecture that a {@code .config} is for, which its heading tells, or a symbol. */
record ConfigArch(String file) {
  private static final Pattern HEADING =
      Pattern.compile("(?m)^# Linux/(\\w+) \\S+ Kernel Configuration");

  private static final Pattern SYMBOL = Pattern.compile("(?m)^CONFIG_(ARM64|ARM|X86|RISCV)=y$");

  /** As in {@code make ARCH=}. */
  String name() {
    String text;
    try {
      text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw wrong(
          "unreadable",
          "cannot read the configuration: " + Reason.of(e),
          "give a .config with --config FILE, or none for the architecture's defconfig");
    }
    Matcher heading = HEADING.matcher(text);
    if (heading.find()) {
      return heading.group(1);
    }
    Matcher symbol = SYMBOL.matcher(text);
    if (symbol.find()) {
      return symbol.group(1).toLowerCase(java.util.Locale.ROOT);
    }
    throw wrong("no-arch", "nothing in it tells the architecture", "say it with --arch ARCH");
  }

  private KconfigException wrong(String check, String message, String hint) {
    return new KconfigException(Diagnostic.ofFile(ByteText.encode(file), check, message, hint));
  }
}
