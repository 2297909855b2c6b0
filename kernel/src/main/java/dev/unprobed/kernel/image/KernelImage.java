package dev.unprobed.kernel.image;

import dev.unprobed.kernel.btf.Btf;
import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads boot images of arm and arm64 kernels. */
public final class KernelImage {
  private KernelImage() {}

  /**
   * An image in any of its usual wrappings, with the names that it carries itself. Without
   * KALLSYMS_ALL these are functions only.
   *
   * @throws MalformedInput when it is no such image, or has no kallsyms
   */
  public static Program read(Bytes file) {
    RawImage image = Wrapping.remove(file);
    Kallsyms kallsyms =
        Kallsyms.find(image)
            .orElseThrow(() ->
                new MalformedInput(
                    file.path(),
                    -1,
                    "no-kallsyms",
                    "the image has no table of names",
                    "give a kernel with CONFIG_KALLSYMS=y, or its build tree"));
    Placement placement = Placement.of(image, kallsyms);
    demandWhole(image, placement);
    return ImageProgram.of(file.path(), image, placement, placement.symbols());
  }

  /**
   * An image with the names of a System.map, which has more of them.
   *
   * @throws MalformedInput when it is no such image, or the two do not belong together
   */
  public static Program read(Bytes file, List<RawSymbol> systemMap) {
    RawImage image = Wrapping.remove(file);
    Placement placement = Placement.of(image, systemMap);
    demandWhole(image, placement);
    return ImageProgram.of(file.path(), image, placement, placement.symbols());
  }

  /** Data may end before the image does in memory, but code for booting is in the file. */
  private static void demandWhole(RawImage image, Placement placement) {
    long size = image.bytes().size();
    for (RawSymbol symbol : placement.symbols()) {
      long offset = symbol.address() - placement.base();
      if (offset > size && (symbol.name().equals("_etext") || symbol.name().equals("_einittext"))) {
        throw image
            .bytes()
            .malformed(
                size,
                "truncated",
                "the image ends here, but its code at byte 0x%x".formatted(offset));
      }
    }
  }

  /** The tables in an image that nothing names, by where they lie once it is unpacked. */
  public static List<ImageTable> tables(Bytes file) {
    RawImage image = Wrapping.remove(file);
    List<ImageTable> tables = new ArrayList<>(Relocations.find(image).tables());
    Kallsyms.find(image).ifPresent(kallsyms -> tables.add(kallsyms.extent()));
    Btf.locate(image.bytes())
        .map(btf ->
            new ImageTable(ImageTable.Kind.BTF, btf.base() - image.bytes().base(), btf.size()))
        .ifPresent(tables::add);
    tables.sort(Comparator.comparingLong(ImageTable::start));
    return List.copyOf(tables);
  }

  /** What the file is made of, in its order: the packed kernel, and what is around it. */
  public static List<Layer> layers(Bytes file) {
    return Layers.of(file);
  }
}
