package dev.unprobed.app;

import dev.unprobed.app.board.BoardFiles;
import dev.unprobed.app.board.BoardFiles.BoardFile;
import dev.unprobed.board.Board;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kernel.KernelReader;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Ledgers;
import dev.unprobed.kernel.unit.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which kernel and which boards are meant, the same for all commands. */
final class BoardOptions {
  @Option(
      names = "--kernel",
      paramLabel = "PATH",
      description =
          "The kernel: a package (.deb), a folder with one unpacked or installed, or a build tree.")
  @Nullable Path kernel;

  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Without --kernel: the configuration of the kernel that --tree would give. Default:"
              + " .config, or the architecture's default one.")
  @Nullable String config;

  @Option(
      names = "--dtb",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Device trees, or folders with .dtb files in them; repeatable.")
  List<Path> trees = new ArrayList<>();

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      description = "An overlay that is laid over every one of them; repeatable, in that order.")
  List<Path> overlays = new ArrayList<>();

  @Option(
      names = "--modules",
      paramLabel = "WHICH",
      description =
          "none: no module is loaded. matching: all that match a device are, as udev does it."
              + " Default: ${DEFAULT-VALUE}.")
  ModulePolicy modules = ModulePolicy.NONE;

  /** Reads the kernel: what was built or packaged, else what a tree would give. */
  Kernel readKernel(List<Board> boards) {
    if (kernel != null) {
      return KernelReader.read(
          kernel, architecture -> boards.forEach(board -> board.demand(architecture)));
    }
    if (treeOptions.tree == null) {
      throw wrong(
          "no-kernel",
          "no kernel is given",
          "give one with --kernel PATH, or a source tree and a configuration with --tree and"
              + " --config");
    }
    return BoardKernel.read(treeOptions, config);
  }

  /** The boards, of which there must be one at least. */
  List<BoardFile> boardFiles() {
    if (trees.isEmpty()) {
      throw wrong("no-device-tree", "no board is given", "give device trees with --dtb FILE...");
    }
    return BoardFiles.find(trees);
  }

  /** Whose bytes the image's are; only a build tree tells that by unit. */
  Optional<Ledger> readLedger() {
    if (kernel == null || !Files.exists(kernel.resolve("vmlinux"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Ledgers.ofTree(kernel));
    } catch (IOException e) {
      throw wrong("unreadable", kernel + " cannot be read: " + e.getMessage(), "build it again");
    }
  }

  private static KconfigException wrong(String check, String message, String hint) {
    return new KconfigException(Diagnostic.ofFile("unprobed", check, message, hint));
  }

  /** The overlays, read. */
  List<DeviceTree> readOverlays() {
    return overlays.stream().map(BoardFiles::tree).toList();
  }

  /** A single board. */
  Board readBoard() {
    List<BoardFile> files = boardFiles();
    if (files.size() > 1) {
      throw wrong("several-boards", "this is about one board", "give a single --dtb FILE");
    }
    return BoardFiles.read(files.getFirst(), readOverlays());
  }
}
