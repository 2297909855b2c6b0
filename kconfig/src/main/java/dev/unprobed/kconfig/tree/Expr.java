package dev.unprobed.kconfig.tree;

/**
 * An expression over symbols. Equal expressions of one {@link ExprPool} are one object, so {@code
 * ==} compares them.
 *
 * <p>One flat class instead of a hierarchy: values of a whole kernel's expressions are computed
 * again and again, and a switch over {@link Kind} costs nothing at start-up. A part that the kind
 * does not have must not be asked for.
 */
public final class Expr {
  /** What an expression is. */
  public enum Kind {
    /** {@code left || right}. */
    OR,
    /** {@code left && right}. */
    AND,
    /** {@code !left}. */
    NOT,
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    /** The value of {@link Expr#leftSymbol}. */
    SYMBOL,
    /** The bounds of a range: {@link Expr#leftSymbol} and {@link Expr#rightSymbol}. */
    RANGE;

    private final String operator;

    Kind() {
      this("");
    }

    Kind(String operator) {
      this.operator = operator;
    }

    /** Whether two symbols are compared. */
    public boolean comparison() {
      return !operator.isEmpty();
    }

    /** The operator of a comparison. */
    public String operator() {
      return operator;
    }
  }

  final Kind kind;
  final int id;
  final Expr left;
  final Expr right;
  final Symbol leftSymbol;
  final Symbol rightSymbol;

  private Expr(Kind kind, int id, Expr left, Expr right, Symbol leftSymbol, Symbol rightSymbol) {
    this.kind = kind;
    this.id = id;
    this.left = left;
    this.right = right;
    this.leftSymbol = leftSymbol;
    this.rightSymbol = rightSymbol;
  }

  @SuppressWarnings("NullAway") // parts that the kind does not have are never asked for
  static Expr ofExprs(Kind kind, int id, Expr left, Expr right) {
    return new Expr(kind, id, left, right, null, null);
  }

  @SuppressWarnings("NullAway") // parts that the kind does not have are never asked for
  static Expr ofNegation(int id, Expr operand) {
    return new Expr(Kind.NOT, id, operand, null, null, null);
  }

  @SuppressWarnings("NullAway") // parts that the kind does not have are never asked for
  static Expr ofSymbols(Kind kind, int id, Symbol left, Symbol right) {
    return new Expr(kind, id, null, null, left, right);
  }

  @SuppressWarnings("NullAway") // parts that the kind does not have are never asked for
  static Expr ofSymbol(int id, Symbol symbol) {
    return new Expr(Kind.SYMBOL, id, null, null, symbol, null);
  }

  public Kind kind() {
    return kind;
  }

  /** A number below {@link MenuTree#exprCount()}. */
  public int id() {
    return id;
  }

  /** The left operand of {@code ||} and {@code &&}, the only one of {@code !}. */
  public Expr left() {
    return left;
  }

  /** The right operand of {@code ||} and {@code &&}. */
  public Expr right() {
    return right;
  }

  /** The symbol itself, the left side of a comparison, or the lower bound of a range. */
  public Symbol leftSymbol() {
    return leftSymbol;
  }

  /** The right side of a comparison, or the upper bound of a range. */
  public Symbol rightSymbol() {
    return rightSymbol;
  }

  /** Whether this is the value of just that symbol. */
  boolean is(Symbol symbol) {
    return kind == Kind.SYMBOL && leftSymbol == symbol;
  }

  @Override
  public String toString() {
    return ExprPrinter.plain(this);
  }
}
