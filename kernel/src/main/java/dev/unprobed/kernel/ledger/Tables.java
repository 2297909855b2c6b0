package dev.unprobed.kernel.ledger;

/** Owners of what is made from the whole kernel. */
final class Tables {
  static final Owner.Table KALLSYMS = new Owner.Table("kallsyms");
  static final Owner.Table BTF = new Owner.Table("BTF");
  static final Owner.Table RELOCATIONS = new Owner.Table("relocations");
  static final Owner.Table LEAVING = new Owner.Table("units that may leave");
  static final Owner.Table EXPORTS = new Owner.Table("exports");

  private Tables() {}
}
