package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.kconfig.tree.TreeBuilder;
import org.jspecify.annotations.Nullable;

/** The options that more than one kind of entry can have. */
final class EntryOptions {
  private final Generation generation;
  private final Lexer lexer;
  private final LineParser line;
  private final ExprParser exprs;
  private final TreeBuilder builder;

  EntryOptions(
      Generation generation, Lexer lexer, LineParser line, ExprParser exprs, TreeBuilder builder) {
    this.generation = generation;
    this.lexer = lexer;
    this.line = line;
    this.exprs = exprs;
    this.builder = builder;
  }

  /** {@code bool "prompt" if EXPR}. */
  void type(SymbolType type) {
    line.option(() -> {
      if (line.atText()) {
        addPrompt();
      }
      line.expectEnd();
      builder.type(type);
    });
  }

  /** {@code prompt "text" if EXPR}. */
  void prompt() {
    line.option(this::promptText);
  }

  /** What follows the keyword {@code prompt}. */
  void promptText() {
    addPrompt();
    line.expectEnd();
  }

  private void addPrompt() {
    String text = line.text();
    Expr condition = exprs.condition();
    builder.prompt(Property.Kind.PROMPT, text, condition, line.here());
  }

  /** {@code select NAME if EXPR} and what is written like it. */
  void selection(Property.Kind kind) {
    line.option(() -> {
      Symbol target = exprs.word();
      Expr condition = exprs.condition();
      line.expectEnd();
      builder.property(kind, builder.symbolExpr(target), condition, line.here());
    });
  }

  /** {@code depends on EXPR}. */
  void dependsOn() {
    line.option(this::dependency);
  }

  private void dependency() {
    if (lexer.token() == Token.ON || !generation.oldSpellings()) {
      line.expect(Token.ON, "depends is followed by on");
    }
    Expr dependency = exprs.expression();
    @Nullable Expr condition = generation.conditionalDependencies() ? exprs.condition() : null;
    line.expectEnd();
    if (condition == null) {
      builder.dependsOn(dependency, line.here());
    } else {
      builder.dependsOn(dependency, condition, line.here());
    }
  }

  /** {@code help} and the lines that belong to it. */
  void help() {
    line.attempt(() -> {
      lexer.next();
      line.expectEnd();
      builder.help(lexer.helpText(), new Location(lexer.statementFile(), lexer.statementLine()));
      lexer.next();
    });
  }
}
