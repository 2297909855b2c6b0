package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a section of an object means for leaving. The names are those of the kernel's
 * include/asm-generic/vmlinux.lds.h; one that is not known here keeps its unit.
 */
enum SectionRole {
  /** Leaves with the unit: code and data that only the unit itself has. */
  PIECE,
  /** Gone after boot. */
  INIT,
  /** Functions that the kernel calls at boot and whose results it notes. */
  INITCALL,
  /** Functions that undo them. */
  EXITCALL,
  /** A table from which the kernel takes what belongs to memory that it gives back. */
  DETACHED,
  /** What is called at boot for live nodes of the device tree. */
  DECLARES,
  /** Has a unit that works without being bound. */
  ESSENTIAL,
  /** A table of the kernel's that is read for ever. */
  TABLE,
  /** Has to be where it is. */
  UNMOVABLE,
  /** Remains where it is, is not given back, and nobody but the unit reads it. */
  REMAINS,
  /** Not in memory. */
  NOT_LOADED;

  private static final Set<String> BOOT =
      Set.of(
          ".altinstructions",
          ".altinstr_replacement",
          ".con_initcall.init",
          ".text.startup",
          ".text.exit",
          "_kprobe_blacklist",
          "__earlycon_table");

  /** Read through kernel.text ranges, by module name, or by addresses that lie in what leaves. */
  private static final Set<String> TAKEN_APART =
      Set.of(
          "__dyndbg",
          "__ex_table",
          "__bug_table",
          "__jump_table",
          "__mcount_loc",
          "__patchable_function_entries",
          "__param",
          "__modver",
          "__ksymtab_strings");

  private static final Set<String> WITHOUT_BINDING =
      Set.of(
          "__irqchip_acpi_probe_table",
          "__timer_acpi_probe_table",
          "__governor_thermal_table",
          "__cpu_method_of_table",
          "__cpuidle_method_of_table");

  /** Discarded by the linker script, though flagged as if loaded. */
  private static final List<String> DISCARDED =
      List.of(".discard", ".modinfo", ".note.", ".comment", ".eh_frame", ".export_symbol");

  static SectionRole of(Section section) {
    String name = section.name();
    if (!section.isAllocated() || DISCARDED.stream().anyMatch(name::startsWith)) {
      return NOT_LOADED;
    }
    if (region(section).isPresent()) {
      return PIECE;
    }
    if (WITHOUT_BINDING.contains(name)) {
      return ESSENTIAL;
    }
    if (name.startsWith(".initcall") && name.endsWith(".init")) {
      return INITCALL;
    }
    if (name.equals(".exitcall.exit")) {
      return EXITCALL;
    }
    if (name.startsWith(".init.") || BOOT.contains(name) || isConstructors(name)) {
      return INIT;
    }
    if (TAKEN_APART.contains(name) || isExport(name)) {
      return DETACHED;
    }
    if (name.startsWith(".data..percpu")) {
      return REMAINS;
    }
    if (name.startsWith("__") && name.endsWith("_of_table")) {
      return DECLARES;
    }
    return section.isCode() || name.startsWith(".data") ? UNMOVABLE : TABLE;
  }

  /** Of the compiler's, for KASAN and the like; the opposite is never called. */
  private static boolean isConstructors(String name) {
    return is(name, ".init_array")
        || is(name, ".ctors")
        || is(name, ".fini_array")
        || is(name, ".dtors");
  }

  static boolean isExport(String name) {
    return name.startsWith("___ksymtab")
        || name.startsWith("__ksymtab")
        || name.startsWith("___kcrctab")
        || name.startsWith("__kcrctab")
        || name.equals(".export_symbol");
  }

  /** Where a section goes that leaves with its unit; empty for all others. */
  static Optional<Region> region(Section section) {
    String name = section.name();
    if (section.type() == Elf.SHT_NOBITS) {
      return is(name, ".bss") ? Optional.of(Region.BSS) : Optional.empty();
    }
    if (section.isCode()) {
      boolean plain =
          is(name, ".text") && !BOOT.contains(name)
              || name.equals(".exit.text")
              || name.equals(".ref.text");
      return plain && !name.startsWith(".text..") ? Optional.of(Region.TEXT) : Optional.empty();
    }
    if (is(name, ".rodata") || is(name, ".data.rel.ro") || name.equals(".data..ro_after_init")) {
      return Optional.of(Region.RODATA);
    }
    return isData(name) ? Optional.of(Region.DATA) : Optional.empty();
  }

  private static boolean isData(String name) {
    return name.equals(".data")
        || name.equals(".exit.data")
        || name.equals(".ref.data")
        || name.startsWith(".data.") && !name.startsWith(".data..")
        || name.equals(".data..read_mostly")
        || name.equals(".data..cacheline_aligned")
        || name.equals(".data..page_aligned");
  }

  /** The name itself, or a part that the compiler has made of it. */
  private static boolean is(String name, String base) {
    return name.equals(base) || name.startsWith(base + ".");
  }

  /** Why a unit with such a section stays; empty where that is no reason. */
  Optional<Reason> refusal() {
    return switch (this) {
      case ESSENTIAL -> Optional.of(Reason.ESSENTIAL);
      case TABLE -> Optional.of(Reason.REACHED_BY_TABLE);
      case UNMOVABLE -> Optional.of(Reason.UNMOVABLE_SECTION);
      case PIECE, INIT, INITCALL, EXITCALL, DETACHED, DECLARES, REMAINS, NOT_LOADED ->
          Optional.empty();
    };
  }
}
