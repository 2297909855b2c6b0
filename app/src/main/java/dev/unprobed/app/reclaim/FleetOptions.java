package dev.unprobed.app.reclaim;

import dev.unprobed.app.board.BoardFiles;
import dev.unprobed.board.Board;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kernel.KernelReader;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.unit.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which build of a kernel is meant, and for which boards it is. */
final class FleetOptions {
  @Option(
      names = "--kernel",
      required = true,
      paramLabel = "BUILD",
      description = "A folder in which an arm64 kernel was built.")
  Path kernel = Path.of("");

  @Option(
      names = "--dtb",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Device trees of the boards, or folders with .dtb files in them; repeatable.")
  List<Path> trees = new ArrayList<>();

  @Mixin DeviceOptions devices = new DeviceOptions();

  @Option(
      names = "--modules",
      paramLabel = "DIR",
      description = "A folder with modules (.ko) that are installed: what they use stays.")
  List<Path> modules = new ArrayList<>();

  @Option(
      names = "--page-size",
      paramLabel = "SIZE",
      description = "4K, 16K or 64K. Default: that of the configuration.")
  String pageSize = "";

  /** The build. What the other options name is there, too. */
  BuildTree tree() throws IOException {
    for (Path folder : modules) {
      if (!Files.exists(folder)) {
        throw wrong("no-file", "there is no " + folder, "mend the name");
      }
    }
    if (!BuildTree.isTree(kernel)) {
      throw wrong("no-build-tree", kernel + " is no build tree", "give the folder of O=");
    }
    return BuildTree.read(kernel);
  }

  /** What was built. */
  Kernel readKernel() {
    Kernel read = KernelReader.read(kernel);
    if (read.architecture() != Architecture.ARM64) {
      String name = read.architecture().kernelName();
      throw wrong("architecture", kernel + " is for " + name, "only arm64 is understood so far");
    }
    return read;
  }

  /** In the order given; perhaps none. */
  List<Board> boards() throws IOException {
    List<Board> boards = new ArrayList<>();
    if (!trees.isEmpty()) {
      for (BoardFiles.BoardFile file : BoardFiles.find(trees)) {
        boards.add(devices.on(BoardFiles.read(file, List.of())));
      }
    }
    return boards;
  }

  /** In bytes. */
  long pageSize(BuildTree tree) {
    return switch (pageSize) {
      case "" -> PageSize.of(tree.config());
      case "4K" -> 4096;
      case "16K" -> 16384;
      case "64K" -> 65536;
      default -> throw wrong("page-size", "no page has " + pageSize, "4K, 16K or 64K");
    };
  }

  static KconfigException wrong(String check, String message, String hint) {
    return new KconfigException(Diagnostic.ofFile("unprobed", check, message, hint));
  }
}
