package dev.unprobed.bench.exact;

/**
 * What names a comparison.
 *
 * @param tree such as {@code 6.1}
 * @param arch such as {@code arm64}
 * @param target such as {@code olddefconfig}
 * @param name unique among those of the same target
 */
public record Case(String tree, String arch, String target, String name) {

  /** The row of the table that it is counted in. */
  public Row row() {
    return new Row(tree, arch, target);
  }

  /** Four words with slashes between; good as a path. */
  @Override
  public String toString() {
    return String.join("/", tree, arch, target, name);
  }

  /** One line of the table. */
  public record Row(String tree, String arch, String target) {}
}
