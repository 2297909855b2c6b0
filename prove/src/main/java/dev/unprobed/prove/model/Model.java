package dev.unprobed.prove.model;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.sat.Cnf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All configurations of a tree as a formula that grows with what is asked. Not for several threads
 * at once.
 *
 * <p>Throws a {@link dev.unprobed.kconfig.source.KconfigException} with the check {@code
 * not-modelled} where the formula would not be exact.
 */
public final class Model {
  private final MenuTree tree;
  private final Cnf cnf = new Cnf();
  private final Expressions expressions;
  private final @Nullable GuardedLines guards;
  private final Lines lines;
  private final Visibility visibility;
  private final LogicalValues logicals;
  private final TextValues texts;
  private final Choices choices;
  private final Logic logic;
  private final Candidates candidates;
  private final FileOrder order;
  private final @Nullable Pair[] pairs;
  private final Map<Symbol, View> views = new HashMap<>();
  private final BitSet open = new BitSet();
  private final Deque<Runnable> pending = new ArrayDeque<>();
  private final List<Symbol> encoded = new ArrayList<>();
  private List<Symbol> inOrder = List.of();
  private @Nullable Integer modules;

  private Model(MenuTree tree, boolean guarded) {
    new Support(tree).check();
    this.tree = tree;
    Generation generation = tree.generation();
    logic = new Logic(cnf);
    Places places = new Places();
    candidates = Candidates.of(tree);
    order = new FileOrder(tree);
    pairs = new Pair[tree.symbolCount()];
    expressions = new Expressions(logic, generation, places);
    guards = guarded ? new GuardedLines(tree, logic, expressions, places) : null;
    lines = guards == null ? new StatedLines(expressions) : guards;
    visibility = new Visibility(logic, generation, lines, this::modules);
    logicals = new LogicalValues(logic, generation, visibility);
    texts = new TextValues(cnf, generation, visibility, lines, places, candidates);
    choices =
        generation.choicesByPriority()
            ? new PriorityChoices(logic, visibility, lines, places)
            : new ModeChoices(logic, generation, visibility, lines, expressions, places, order);
    pairs[tree.no().id()] = Pair.NO;
    pairs[tree.mod().id()] = Pair.MOD;
    pairs[tree.yes().id()] = Pair.YES;
  }

  /** The formula of a tree, without any symbol so far. */
  public static Model of(MenuTree tree) {
    return new Model(tree, false);
  }

  /**
   * A formula in which what each line of the Kconfig files says only counts where its {@linkplain
   * #guards() guard} is true; where it is not, the line may say anything.
   */
  public static Model guarded(MenuTree tree) {
    return new Model(tree, true);
  }

  /** The lines of the formula, each with its guard; empty unless the model is guarded. */
  public Map<Line, Integer> guards() {
    return guards == null ? Map.of() : guards.guards();
  }

  public MenuTree tree() {
    return tree;
  }

  /** The clauses for everything that was asked for. */
  public Cnf cnf() {
    return cnf;
  }

  /** The value of a bool, tristate or old choice; n for every other symbol. */
  public Pair value(Symbol symbol) {
    Pair value = logical(symbol);
    settle();
    return value;
  }

  /** The value of an expression of the tree, where an absent one is y. */
  public Pair value(@Nullable Expr expr) {
    Pair value = expressions.value(expr);
    settle();
    return value;
  }

  /**
   * The literal that is true when a symbol compares so with another one, or with a constant.
   *
   * @param right a view of this model, or a {@linkplain View#constant(String) constant}
   */
  public int compare(Expr.Kind kind, Symbol left, View right) {
    return expressions.compare(kind, view(left), right);
  }

  /**
   * The texts that a symbol can be: n, m and y for a logical one, its name for an undefined one.
   */
  public View view(Symbol symbol) {
    View view = viewOf(symbol);
    settle();
    return view;
  }

  /**
   * Announces that a question compares two symbols, so that the texts to type in can be chosen for
   * it. Only before either of them is asked for.
   */
  public void meet(Symbol left, Symbol right) {
    candidates.meet(left, right);
  }

  /** The same for a symbol and a constant. */
  public void meet(Symbol symbol, String constant) {
    candidates.meet(symbol, constant);
  }

  /** Whether there is a prompt at all with which the user could set the symbol. */
  public boolean settable(Symbol symbol) {
    return Visibility.prompted(symbol) && !symbol.unwritten() && !symbol.transitional();
  }

  /** Up to which value the user can set a bool or tristate outside a choice. */
  public Pair visible(Symbol symbol) {
    Pair visible = visibility.prompts(symbol);
    settle();
    return visible;
  }

  /** What selects do not let a bool or tristate outside a choice fall below. */
  public Pair floor(Symbol symbol) {
    Pair floor = visibility.reverse(symbol);
    settle();
    return floor;
  }

  /** What a bool or tristate outside a choice is where the user has not set it. */
  public Pair withoutUser(Symbol symbol) {
    Pair value = logicals.withoutUser(symbol);
    settle();
    return value;
  }

  /**
   * Makes sure that a text is among those that a number or string can be, if it is valid. Only
   * before the symbol is asked for.
   */
  public void offer(Symbol symbol, String text) {
    candidates.offer(symbol, text);
  }

  /** What an int or hex is held against; absent where that is not all that matters. */
  public @Nullable Landmarks landmarks(Symbol symbol) {
    return candidates.landmarks(symbol);
  }

  /** Whether the texts of a number or string only stand for others that may be typed in. */
  public boolean representative(Symbol symbol) {
    return candidates.representative(symbol);
  }

  /** The lower one of two values. */
  public Pair min(Pair a, Pair b) {
    return logic.min(a, b);
  }

  /** The higher one of two values. */
  public Pair max(Pair a, Pair b) {
    return logic.max(a, b);
  }

  /** Everything with a value that is part of the formula, in the order of a {@code .config}. */
  public List<Symbol> encoded() {
    if (inOrder.size() != encoded.size()) {
      inOrder = List.copyOf(order.sorted(encoded));
    }
    return inOrder;
  }

  /** Every symbol that is defined, in the order of a {@code .config}. */
  public List<Symbol> symbols() {
    return order.all().stream().filter(symbol -> !symbol.choice()).toList();
  }

  /** Says what symbols are whose place in the formula was only reserved. */
  private void settle() {
    for (Runnable next = pending.poll(); next != null; next = pending.poll()) {
      next.run();
    }
  }

  private int modules() {
    Integer known = modules;
    if (known == null) {
      known = logical(tree.modules()).m();
      modules = known;
    }
    return known;
  }

  private Pair logical(Symbol symbol) {
    Pair known = pairs[symbol.id()];
    if (known == null) {
      known = valued(symbol) ? define(symbol) : lines.undefined(symbol);
      pairs[symbol.id()] = known;
    }
    return known;
  }

  private static boolean valued(Symbol symbol) {
    return symbol.type().logical() && !symbol.transitional();
  }

  private Pair define(Symbol symbol) {
    Symbol choice = symbol.choice() ? symbol : symbol.owner();
    if (choice != null) {
      reserve(choice);
      return Objects.requireNonNull(pairs[symbol.id()]);
    }
    if (symbol.listedMember()) {
      throw Unmodelled.symbol(symbol, "is a member of a choice, and something else as well");
    }
    encoded.add(symbol);
    if (Visibility.prompted(symbol) && !symbol.unwritten()) {
      Pair value = logicals.free(symbol);
      pending.add(() -> logicals.constrain(symbol, value));
      return value;
    }
    enter(symbol);
    Pair value = logicals.withoutUser(symbol);
    open.clear(symbol.id());
    return value;
  }

  private void reserve(Symbol choice) {
    choices.check(choice);
    pairs[choice.id()] = choices.mode(choice);
    for (Symbol member : choice.members()) {
      pairs[member.id()] = logicals.free(member);
      encoded.add(member);
    }
    pending.add(() -> choices.constrain(choice));
  }

  private void enter(Symbol symbol) {
    if (open.get(symbol.id())) {
      throw Unmodelled.symbol(symbol, "depends on its own value");
    }
    open.set(symbol.id());
  }

  private View viewOf(Symbol symbol) {
    View known = views.get(symbol);
    if (known == null) {
      known = makeView(symbol);
      views.put(symbol, known);
    }
    return known;
  }

  private View makeView(Symbol symbol) {
    SymbolType type = symbol.type();
    boolean value = symbol == tree.yes() || symbol == tree.mod() || symbol == tree.no();
    if (value || type == SymbolType.UNKNOWN) {
      return View.constant(type, symbol.displayName());
    }
    if (type.logical()) {
      return View.logical(type, logical(symbol), cnf);
    }
    encoded.add(symbol);
    enter(symbol);
    View withoutUser = texts.withoutUser(symbol);
    open.clear(symbol.id());
    if (!Visibility.prompted(symbol) || symbol.unwritten() || symbol.transitional()) {
      return withoutUser;
    }
    View free = texts.free(symbol, withoutUser);
    pending.add(() -> texts.constrain(symbol, free, withoutUser));
    return free;
  }

  /** What the encoders see of each other. */
  private final class Places implements Values {
    @Override
    public Pair logical(Symbol symbol) {
      return Model.this.logical(symbol);
    }

    @Override
    public View view(Symbol symbol) {
      return viewOf(symbol);
    }

    /** For a logical symbol conf keeps the text n, whatever its value; y, m and n are constants. */
    @Override
    public View plain(Symbol symbol) {
      boolean value = symbol == tree.yes() || symbol == tree.mod() || symbol == tree.no();
      return symbol.type().logical() && !value ? View.constant(symbol.type(), "n") : viewOf(symbol);
    }
  }
}
