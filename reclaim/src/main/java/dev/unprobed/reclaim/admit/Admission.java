package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.unit.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Decides about every built-in unit of a build tree. Three things are asked: may each of its
 * sections leave; is what its init does undone; and do all leave that use it. The last is a
 * greatest fixed point: one that stays keeps those that it uses.
 */
public final class Admission {
  private Admission() {}

  /**
   * A verdict for each built-in unit, in link order.
   *
   * @param kernel what {@link dev.unprobed.kernel.KernelReader} made of the same tree
   */
  public static List<Verdict> of(BuildTree tree, Kernel kernel) throws IOException {
    return of(tree, kernel, List.of());
  }

  /**
   * The same, where more modules are installed than the tree has built.
   *
   * @param modules folders with .ko files, not compressed: what they use stays
   */
  public static List<Verdict> of(BuildTree tree, Kernel kernel, List<Path> modules)
      throws IOException {
    BuiltReader read = BuiltReader.read(tree, kernel);
    Uses uses = Uses.of(read.units());
    Outside.addScript(tree, uses, Judgement.SCRIPT);
    Outside.addModules(tree, modules, uses, Judgement.MODULES);
    return new Judgement(read, uses).verdicts();
  }
}
