package dev.unprobed.kernel.object;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.program.Architecture;
import java.util.List;

/** Makes programs of ELF files. */
public final class Linker {
  private Linker() {}

  /**
   * An object, a module or a linked kernel of a known {@link Architecture}, else {@code
   * unknown-machine}.
   */
  public static LinkedProgram program(ElfFile file) {
    if (file.header().type() == Elf.ET_REL) {
      return link(file.bytes().path(), List.of(file));
    }
    return new Loader(file, architecture(file)).program();
  }

  /**
   * Several objects as one program: what one needs and another defines is the same symbol.
   *
   * @param path what the program is called
   * @param objects at least one, all of one architecture, in link order
   */
  public static LinkedProgram link(String path, List<ElfFile> objects) {
    Architecture architecture = architecture(objects.getFirst());
    for (ElfFile object : objects) {
      demandObject(object, architecture);
    }
    return new ObjectLinker(path, architecture, objects).program();
  }

  /** What the file is for, else {@code unknown-machine}. */
  public static Architecture architecture(ElfFile file) {
    int machine = file.header().machine();
    if (machine == Elf.EM_AARCH64 && file.header().wide()) {
      return Architecture.ARM64;
    }
    if (machine == Elf.EM_ARM && !file.header().wide()) {
      return Architecture.ARM;
    }
    throw new MalformedInput(
        file.bytes().path(),
        file.bytes().base() + 18,
        "unknown-machine",
        "this is for machine " + machine + " of the ELF specification",
        "what is understood are arm (40) and arm64 (183)");
  }

  private static void demandObject(ElfFile object, Architecture architecture) {
    if (object.header().type() != Elf.ET_REL || architecture(object) != architecture) {
      throw object
          .bytes()
          .malformed(16, "not-an-object", "this is no object for " + architecture.kernelName());
    }
  }
}
