package dev.unprobed.bench.exact;

import java.io.IOException;
import java.util.List;

/** The environment variables that change what a target reads and writes. */
final class Settings implements Family {

  private static final String TARGET = "olddefconfig";

  @Override
  public List<Job> jobs(Place place, int depth) throws IOException {
    Job made = Job.defconfig(place);
    String listed = made.argument().isEmpty() ? "arch/none/defconfig" : made.argument();
    Job half = Job.of(place, TARGET, "").after(made, Edits::half);
    return List.of(
        half.named("config-in-folder")
            .afterAs("out/my.config", made, Edits::half)
            .variable("KCONFIG_CONFIG", "out/my.config"),
        half.named("config-renamed")
            .afterAs("my.config", made, Edits::half)
            .variable("KCONFIG_CONFIG", "my.config"),
        half.named("overwrite").variable("KCONFIG_OVERWRITECONFIG", "1"),
        half.named("prefix").variable("CONFIG_", "CONFIG_64"),
        half.named("no-prefix").variable("CONFIG_", ""),
        Job.of(place, TARGET, "defconfig-list")
            .variable("KCONFIG_DEFCONFIG_LIST", "/none/.config " + listed),
        half.named("defconfig-list-unused").variable("KCONFIG_DEFCONFIG_LIST", listed),
        half.named("warn-unknown").variable("KCONFIG_WARN_UNKNOWN_SYMBOLS", "1"),
        half.named("werror").variable("KCONFIG_WERROR", "1"),
        made.named("unbuilt-" + made.name()).unbuilt());
  }
}
