package dev.unprobed.app.reclaim;

import dev.unprobed.board.Board;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that tell what is on a board's buses, of which its device tree does not tell. */
final class DeviceOptions {
  @Option(
      names = "--device",
      paramLabel = "MODALIAS",
      arity = "1..*",
      description =
          "A device that is there, too, on every board, such as pci:v00001AF4d… or virtio:d…; or,"
              + " with ! before a node's path or a compatible, one that does not answer.")
  List<String> devices = new ArrayList<>();

  @Option(
      names = "--devices",
      paramLabel = "[BOARD=]FILE",
      description =
          "A file with one modalias a line, as cat /sys/bus/*/devices/*/modalias prints them on"
              + " the board; of that board (its .dtb's name), or of all. Repeatable.")
  List<String> files = new ArrayList<>();

  /** The board with what is told of it. */
  Board on(Board board) throws IOException {
    return board.with(of(baseName(board.name())));
  }

  /** What is told of a board of that name. */
  List<String> of(String board) throws IOException {
    List<String> all = new ArrayList<>();
    devices.forEach(modalias -> all.add(checked("--device", modalias)));
    for (String text : files) {
      int equals = text.indexOf('=');
      if (equals < 0 || text.substring(0, equals).equals(board)) {
        all.addAll(read(Path.of(text.substring(equals + 1))));
      }
    }
    return all;
  }

  private static String baseName(String name) {
    String file = String.valueOf(Path.of(name).getFileName());
    return file.endsWith(".dtb") ? file.substring(0, file.length() - ".dtb".length()) : file;
  }

  private static List<String> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new MalformedInput(
          file.toString(), -1, "no-file", "there is no list of devices", "mend the name");
    }
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> checked(file.toString(), line))
        .toList();
  }

  private static String checked(String place, String modalias) {
    if (!modalias.matches("![^ ]+|[a-z][a-z0-9_-]*:.+")) {
      throw new MalformedInput(
          place,
          -1,
          "modalias",
          "no modalias: " + modalias,
          "a bus, a colon, the device, as in /sys/bus/pci/devices/*/modalias");
    }
    return modalias;
  }
}
