package dev.unprobed.kernel.ledger;

/** Whose bytes they are. */
public sealed interface Owner {
  /** For people; different for different owners. */
  String label();

  /** The folder of the kernel's tree that it belongs to, or empty. */
  default String directory() {
    return "";
  }

  /** A unit by its KBUILD_MODFILE, such as drivers/gpio/gpio-pl061. */
  record Unit(String path) implements Owner {
    @Override
    public String label() {
      return path;
    }

    @Override
    public String directory() {
      return parent(path);
    }
  }

  /** Code that is in no unit, by folder: assembler, libraries. */
  record Core(String folder) implements Owner {
    @Override
    public String label() {
      return folder.isEmpty() ? "(no unit)" : folder + "/ (no unit)";
    }

    @Override
    public String directory() {
      return folder;
    }
  }

  /** What is made from the whole kernel, such as kallsyms or BTF. */
  record Table(String name) implements Owner {
    @Override
    public String label() {
      return "[" + name + "]";
    }
  }

  /** Texts and constants that several units have and the linker kept once. */
  record Shared() implements Owner {
    @Override
    public String label() {
      return "[shared strings]";
    }
  }

  /** Set aside by the linker script, or made by the linker: page tables, stubs. */
  record Linker(String what) implements Owner {
    @Override
    public String label() {
      return "[linker: " + what + "]";
    }
  }

  /** Room for the sake of round addresses. */
  record Padding() implements Owner {
    @Override
    public String label() {
      return "[padding]";
    }
  }

  /** Nobody could be named. */
  record Unattributed() implements Owner {
    @Override
    public String label() {
      return "[unattributed]";
    }
  }

  private static String parent(String path) {
    int end = path.lastIndexOf('/');
    return end < 0 ? "" : path.substring(0, end);
  }
}
