package dev.unprobed.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which Kconfig files are meant, the same for all commands. */
final class TreeOptions {
  @Option(
      names = "--tree",
      paramLabel = "DIR",
      description = "The source tree. Default: $srctree, or the current directory.")
  @Nullable Path tree;

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      description = "The architecture, as in make ARCH=. Default: $ARCH, or this machine's.")
  @Nullable String arch;

  @Option(
      names = "--cc",
      paramLabel = "CC",
      description = "The compiler to ask what it can do. Default: $CC, or $${CROSS_COMPILE}gcc.")
  @Nullable String cc;

  @Option(
      names = "--kconfig",
      paramLabel = "FILE",
      description =
          "The first Kconfig file, relative to the tree. Default: Kconfig, or the project's own.")
  @Nullable String kconfig;

  @Option(
      names = "--generation",
      paramLabel = "VERSION",
      description =
          "Follow the rules of this kernel's or project's conf: 6.1, 6.12, 7.1, u-boot, busybox, ... Default: as the"
              + " tree's own.")
  @Nullable String generation;

  @Option(
      names = "--macros",
      paramLabel = "FILE",
      description =
          "Take the answers of $$(shell,...) and the environment from this file; record them there when it does not exist.")
  @Nullable Path macros;
}
