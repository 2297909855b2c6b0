package dev.unprobed.kernel.elf;

/** The gABI's numbers, under its names, as far as kernels use them. */
public final class Elf {
  /** Types of files (e_type). */
  public static final int ET_REL = 1;

  public static final int ET_EXEC = 2;
  public static final int ET_DYN = 3;

  /** Machines (e_machine). */
  public static final int EM_ARM = 40;

  public static final int EM_AARCH64 = 183;

  /** Types of sections (sh_type). */
  public static final int SHT_NULL = 0;

  public static final int SHT_PROGBITS = 1;
  public static final int SHT_SYMTAB = 2;
  public static final int SHT_STRTAB = 3;
  public static final int SHT_RELA = 4;
  public static final int SHT_NOTE = 7;
  public static final int SHT_NOBITS = 8;
  public static final int SHT_REL = 9;
  public static final int SHT_DYNSYM = 11;
  public static final int SHT_GROUP = 17;
  public static final int SHT_SYMTAB_SHNDX = 18;

  /** Flags of sections (sh_flags). */
  public static final long SHF_WRITE = 0x1;

  public static final long SHF_ALLOC = 0x2;
  public static final long SHF_EXECINSTR = 0x4;
  public static final long SHF_MERGE = 0x10;
  public static final long SHF_STRINGS = 0x20;
  public static final long SHF_LINK_ORDER = 0x80;
  public static final long SHF_GROUP = 0x200;

  /** Section numbers that mean something else (st_shndx). */
  public static final int SHN_UNDEF = 0;

  public static final int SHN_LORESERVE = 0xff00;
  public static final int SHN_ABS = 0xfff1;
  public static final int SHN_COMMON = 0xfff2;
  public static final int SHN_XINDEX = 0xffff;

  /** Bindings of symbols. */
  public static final int STB_LOCAL = 0;

  public static final int STB_GLOBAL = 1;
  public static final int STB_WEAK = 2;

  /** Types of symbols. */
  public static final int STT_NOTYPE = 0;

  public static final int STT_OBJECT = 1;
  public static final int STT_FUNC = 2;
  public static final int STT_SECTION = 3;
  public static final int STT_FILE = 4;

  /** Types of segments (p_type). */
  public static final int PT_LOAD = 1;

  public static final int PT_DYNAMIC = 2;
  public static final int PT_NOTE = 4;

  /** The number of segments that says: see sh_info of section 0 (e_phnum). */
  static final int PN_XNUM = 0xffff;

  private Elf() {}
}
