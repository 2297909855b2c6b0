package dev.unprobed.board;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.program.Architecture;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a board's processors can run a kernel at all, as far as their names tell
 * (Documentation/devicetree/bindings/arm/cpus.yaml). A name that is not known may be anything.
 */
final class Processors {
  /** Those of ARM's that have no 64-bit state. */
  private static final Pattern NARROW =
      Pattern.compile(
          "arm,(arm\\d+\\w*(-s)?|arm11mpcore|cortex-a(5|7|8|9|12|15|17|32)|cortex-[mr]\\d+\\w*)"
              + "|qcom,(krait|scorpion)|brcm,brahma-b15|marvell,(feroceon|mohawk|pj4[ab]|sheeva-v[57])"
              + "|faraday,fa\\d+|intel,sa1100|ti,dm\\d+");

  /** Those of other families, which are named by what they run. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "riscv|intel,(ce4100|x86)|(mti|mips|ingenic,x|PowerPC|snps,arc|andestech|sifive|loongson"
              + "|cdns,xtensa|altr,nios2|opencores,or1|xlnx,microblaze|csky|jcore|brcm,bmips)[,\\w.-]*");

  private Processors() {}

  /**
   * Refuses a tree of another architecture.
   *
   * @throws MalformedInput named {@code other-architecture}
   */
  static void demand(Board board, Architecture architecture) {
    processors(board.tree())
        .flatMap(name -> objection(name, architecture))
        .ifPresent(objection -> {
          throw new MalformedInput(
              board.name(),
              -1,
              "other-architecture",
              objection,
              "give a device tree of the architecture that the kernel is for");
        });
  }

  private static Optional<String> objection(String name, Architecture architecture) {
    boolean foreign = FOREIGN.matcher(name).matches();
    boolean narrow = architecture == Architecture.ARM64 && NARROW.matcher(name).matches();
    return foreign || narrow
        ? Optional.of(
            "its processor (" + name + ") cannot run a kernel for " + architecture.kernelName())
        : Optional.empty();
  }

  /** The first name of the first processor. */
  private static Optional<String> processors(DeviceTree tree) {
    return tree.root().child("cpus").stream()
        .flatMap(cpus -> cpus.children().stream())
        .filter(Processors::isProcessor)
        .flatMap(node -> node.compatible().stream())
        .findFirst();
  }

  private static boolean isProcessor(Node node) {
    return node.property("device_type").map(type -> type.string().equals("cpu")).orElse(false);
  }
}
