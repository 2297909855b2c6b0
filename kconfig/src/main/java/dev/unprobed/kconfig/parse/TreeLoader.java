package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.macro.Shell;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.source.TooDeep;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.TreeBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a set of Kconfig files.
 *
 * @param generation whose rules hold
 * @param main the name of the first file
 * @param reader finds files
 * @param environment the value of an environment variable, null when it is unset
 */
public record TreeLoader(
    Generation generation,
    String main,
    SourceReader reader,
    UnaryOperator<@Nullable String> environment) {

  /**
   * A tree and what it was made of.
   *
   * @param files the names of all files, in the order in which they were first read
   * @param environment the environment variables that the files asked for and that are set, in
   *     order
   */
  public record Loaded(MenuTree tree, List<String> files, Map<String, String> environment) {}

  /**
   * Reads all files and finishes the tree.
   *
   * @param shell answers {@code $(shell,...)}
   * @param messages receives conf's warnings
   * @throws dev.unprobed.kconfig.source.KconfigException when a file is missing or wrong
   */
  public Loaded load(Shell shell, Messages messages) {
    MacroExpander macros = new MacroExpander(generation, environment, shell, messages);
    Includes includes = new Includes(reader, generation, main);
    TreeBuilder builder = new TreeBuilder(generation, main, messages);
    return TooDeep.guard(
        main,
        () -> {
          parse(macros, includes, builder, messages);
          return new Loaded(build(builder, includes), includes.names(), macros.usedEnvironment());
        });
  }

  /** Errors about the tree as a whole know their line, but not what stands there. */
  private static MenuTree build(TreeBuilder builder, Includes includes) {
    try {
      return builder.build();
    } catch (KconfigException e) {
      throw new KconfigException(e.diagnostics().stream().map(includes::shown).toList());
    }
  }

  /** Reads all files only to let {@code shell} see the commands that they run. */
  public void scout(Shell shell) {
    MacroExpander macros = new MacroExpander(generation, environment, shell, Messages.NONE);
    Includes includes = new Includes(reader, generation, main);
    parse(macros, includes, new TreeBuilder(generation, main, Messages.NONE), Messages.NONE);
  }

  private void parse(
      MacroExpander macros, Includes includes, TreeBuilder builder, Messages messages) {
    Lexer lexer = new Lexer(generation, includes, macros, messages);
    new Parser(generation, lexer, includes, macros, builder).parse();
  }
}
