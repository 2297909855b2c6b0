package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.source.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the statements of Kconfig files in the order in which they are read, and makes a {@link
 * MenuTree} of them.
 *
 * <p>There is a current entry, which properties are added to, and a current menu, which entries are
 * added to. Use once.
 */
public final class TreeBuilder {
  private final Generation generation;
  private final Messages messages;
  final SymbolTable symbols;
  final ExprPool pool = new ExprPool();
  final Transformer transformer;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final MenuNode root;
  private MenuNode currentMenu;
  private MenuNode currentEntry;
  private @Nullable MenuNode lastInMenu;
  private @Nullable MenuNode currentChoice;
  private @Nullable Symbol modules;
  private @Nullable Symbol defconfigList;
  private int propertyCount;
  private final boolean kconfiglib;

  /**
   * @param rootFile the name of the first file, for the location of the root menu
   * @param messages receives conf's warnings about the tree
   */
  public TreeBuilder(Generation generation, String rootFile, Messages messages) {
    this.generation = generation;
    this.messages = messages;
    kconfiglib = generation.has(Trait.KCONFIGLIB_LANGUAGE);
    symbols = new SymbolTable(generation.typedConstants());
    transformer = new Transformer(pool, symbols, generation, messages);
    root = new MenuNode(null, new Location(rootFile, 0), null);
    currentMenu = root;
    currentEntry = root;
  }

  /** The symbol that a bare word names. */
  public Symbol symbol(String name) {
    return symbols.symbol(name);
  }

  /** The constant that a word in quotes names. */
  public Symbol constant(String text) {
    return symbols.constant(text);
  }

  public Expr symbolExpr(Symbol symbol) {
    return pool.symbol(symbol);
  }

  public Expr not(Expr operand) {
    return pool.not(operand);
  }

  public Expr and(Expr left, Expr right) {
    return pool.two(Expr.Kind.AND, left, right);
  }

  public Expr or(Expr left, Expr right) {
    return pool.two(Expr.Kind.OR, left, right);
  }

  /** A comparison or a range. */
  public Expr compare(Expr.Kind kind, Symbol left, Symbol right) {
    return pool.compare(kind, left, right);
  }

  /** Starts a {@code configdefault}, which is no definition. */
  public void configDefault(Symbol symbol, Location location) {
    addEntry(symbol, location);
    currentEntry.onlyDefaults = true;
  }

  /** Starts a {@code config} or {@code menuconfig}. */
  public void config(Symbol symbol, Location location) {
    addEntry(symbol, location);
  }

  /** Ends a {@code config}: the place where 6.12 looks at the members of a choice. */
  public void endConfig() {
    MenuNode choice = currentChoice;
    Symbol symbol = currentEntry.symbol;
    if (choice == null || symbol == null || !generation.choicesByPriority()) {
      return;
    }
    if (currentEntry.prompt == null) {
      error(
          "choice-member-prompt",
          "a choice member must have a prompt",
          "write bool with a text in quotes behind it");
    }
    if (symbol.type != SymbolType.BOOL) {
      error(
          "choice-member-type",
          "a choice member must be bool",
          "one of the members is y and the others are n");
    }
    if (!symbol.listedMember) {
      symbol.listedMember = true;
      Objects.requireNonNull(choice.symbol).members.add(symbol);
    }
  }

  /** Turns the entry into a {@code menuconfig}; false when it has no prompt. */
  public boolean menuconfig() {
    Property prompt = currentEntry.prompt;
    if (prompt == null) {
      return false;
    }
    prompt.kind = Property.Kind.MENU;
    return true;
  }

  /** Starts a {@code choice}. */
  public void choice(@Nullable String name, Location location) {
    Symbol choice = symbols.choice(name);
    addEntry(choice, location);
    if (generation.choicesByPriority()) {
      choice.type = SymbolType.BOOL;
    }
  }

  /** Makes the current choice entry the current menu. */
  public void openChoice() {
    if (generation.choicesByPriority() && currentEntry.prompt == null) {
      error("choice-prompt", "a choice must have a prompt", "add prompt \"...\" below choice");
    }
    openMenu();
    currentChoice = currentEntry;
  }

  /** Ends the innermost choice. */
  public void closeChoice() {
    currentChoice = null;
    closeMenu();
  }

  /** Starts an {@code if} and makes it the current menu. */
  public void openIf(Expr condition, Location location) {
    addEntry(null, location);
    dependsOn(condition, location);
    openMenu();
  }

  /** Starts a {@code menu}; {@link #openMenu} follows its options. */
  public void menu(String title, Location location) {
    addEntry(null, location);
    prompt(Property.Kind.MENU, title, null, location);
  }

  public void comment(String text, Location location) {
    addEntry(null, location);
    prompt(Property.Kind.COMMENT, text, null, location);
  }

  /** Sets the title of the whole configuration. */
  public void mainMenu(String title, Location location) {
    currentEntry = root;
    root.prompt = generation.statementsAnywhere() ? null : root.prompt;
    prompt(Property.Kind.MENU, title, null, location);
  }

  /** Makes the current entry the current menu. */
  public void openMenu() {
    currentMenu = currentEntry;
    lastInMenu = null;
  }

  /** Ends the current menu, choice or if. */
  public void closeMenu() {
    lastInMenu = currentMenu;
    currentMenu = Objects.requireNonNull(currentMenu.parent, "more ends than menus");
  }

  /** Where the current menu, choice or if began. */
  public Location openedAt() {
    return currentMenu.location;
  }

  public void dependsOn(Expr dependency, Location location) {
    currentEntry.dependencies.add(new Dependency(dependency, location));
    currentEntry.dependency = pool.and(currentEntry.dependency, dependency);
  }

  /** {@code depends on X if Y}: X counts only where Y is not n (7.0). */
  public void dependsOn(Expr dependency, Expr condition, Location location) {
    dependsOn(pool.two(Expr.Kind.OR, dependency, transformer.equalNo(condition)), location);
  }

  public void visibleIf(@Nullable Expr written, Location location) {
    Expr condition =
        kconfiglib ? transformer.rewriteModule(written, symbols.symbol("MODULES")) : written;
    if (condition != null) {
      currentEntry.visibleIfs.add(new Dependency(condition, location));
    }
    currentEntry.visibility = pool.and(currentEntry.visibility, condition);
  }

  public void type(SymbolType type) {
    setType(currentEntry, type);
  }

  void setType(MenuNode node, SymbolType type) {
    Symbol symbol = Objects.requireNonNull(node.symbol);
    if (symbol.type == SymbolType.UNKNOWN || kconfiglib) {
      symbol.type = type;
    } else if (symbol.type != type) {
      warn(
          node.location,
          "ignoring type redefinition of '%s' from '%s' to '%s'"
              .formatted(symbol.displayName(), symbol.type.text(), type.text()));
    }
  }

  /** A prompt, the title of a menu, or the text of a comment. */
  public void prompt(Property.Kind kind, String text, @Nullable Expr condition, Location location) {
    Property property = add(kind, null, condition, location);
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    if (start > 0) {
      warn(location, "leading whitespace ignored");
    }
    int end = text.length();
    while (kconfiglib && end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (currentEntry.prompt != null) {
      warn(location, "prompt redefined");
      if (kconfiglib && currentEntry.symbol != null) {
        currentEntry.symbol.properties.remove(currentEntry.prompt);
      }
    }
    if (kind == Property.Kind.PROMPT) {
      addVisibilityOfMenus(property);
    }
    currentEntry.prompt = property;
    property.prompt = text.substring(start, end);
  }

  private void addVisibilityOfMenus(Property property) {
    for (MenuNode menu = currentEntry.parent; menu != null; menu = menu.parent) {
      if (menu.visibility != null) {
        property.condition = pool.and(property.condition, menu.visibility);
      }
    }
  }

  /** Whether C takes a character for white space. */
  public static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** A default, select, imply or range. */
  public void property(
      Property.Kind kind, Expr value, @Nullable Expr condition, Location location) {
    add(kind, value, condition, location);
  }

  /** The {@code modules} option: this symbol says whether modules can be built. */
  public void modules() {
    if (modules != null) {
      error(
          "modules-redefined",
          "symbol '%s' redefines option 'modules' already defined by symbol '%s'"
              .formatted(displayName(currentEntry.symbol), modules.displayName()),
          "only one symbol can say whether there are modules");
    }
    modules = currentEntry.symbol;
  }

  /** An option by its name (up to 5.12); false when it means nothing. */
  public boolean option(String name) {
    Symbol symbol = Objects.requireNonNull(currentEntry.symbol);
    switch (name) {
      case "modules" -> {
        if (!generation.modulesByName()) {
          modules();
        }
      }
      case "allnoconfig_y" -> symbol.onInAllNo = true;
      case "defconfig_list" -> {
        defconfigList = defconfigList == null ? symbol : defconfigList;
        defconfigList.unwritten = true;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code option env="NAME"}: the symbol is what an environment variable is (up to 4.17).
   *
   * @param value absent when the variable is not set
   */
  public void environmentSymbol(String variable, @Nullable String value) {
    Symbol symbol = Objects.requireNonNull(currentEntry.symbol);
    symbol.unwritten = true;
    if (value == null) {
      warn(currentEntry.location, "environment variable " + variable + " undefined");
      return;
    }
    Expr text = pool.symbol(symbols.constant(value));
    if (kconfiglib) {
      property(Property.Kind.DEFAULT, text, null, currentEntry.location);
      return;
    }
    // No definition owns it, so that no dependency limits it.
    symbol.properties.add(
        new Property(
            Property.Kind.DEFAULT, propertyCount++, root, currentEntry.location, text, null));
  }

  /** A text with the values of symbols in the place of {@code $NAME} (up to 4.17). */
  public String expand(String text) {
    return generation.environmentSymbols() ? SymbolText.expand(text, symbols) : text;
  }

  /** One of conf's own lines about a place. */
  public void remark(Location location, String text) {
    messages.err(location + ": " + text + "\n");
  }

  /** The {@code optional} option of a choice. */
  public void optional() {
    Objects.requireNonNull(currentEntry.symbol).optional = true;
  }

  /** The {@code transitional} option. */
  public void transitional() {
    Objects.requireNonNull(currentEntry.symbol).transitional = true;
  }

  /** A help text; the last one counts. */
  public void help(HelpText help, Location location) {
    String name = displayName(currentEntry.symbol);
    if (currentEntry.help != null) {
      String last = generation.sloppyEntriesRefused() ? "" : " -- only the last one will be used";
      complain(
          location,
          "repeated-help",
          "'" + name + "' defined with more than one help text" + last,
          "make one of them");
    }
    if (help.blank()) {
      complain(
          location,
          "blank-help",
          "'" + name + "' defined with blank help text",
          "the text has to stand right below help, and further to the right than the next line");
    }
    currentEntry.help = help;
  }

  /**
   * What is a warning before 6.18 and an error since.
   *
   * @param location where conf notices it, which is behind it
   */
  public void complain(Location location, String check, String text, String hint) {
    if (generation.sloppyEntriesRefused()) {
      error(check, text, hint);
    } else if (!kconfiglib) {
      messages.err(location + ": warning: " + text + "\n");
    }
  }

  /**
   * Finishes the tree. Throws when the tree contradicts itself: recursive dependencies, broken
   * choices.
   */
  public MenuTree build() {
    if (modules == null) {
      modules = generation.modulesByName() ? symbols.symbol("MODULES") : symbols.no;
    }
    if (root.prompt != null) {
      root.prompt.prompt = expand(root.prompt.prompt);
    }
    if (root.prompt == null) {
      currentEntry = root;
      prompt(Property.Kind.MENU, generation.defaultTitle(), null, root.location);
    }
    new Finalizer(this, generation, modules).finish(root);
    MenuTree tree = new MenuTree(generation, root, symbols, pool, modules, propertyCount);
    tree.defconfigList = defconfigList;
    errors.addAll(TreeChecks.check(tree));
    if (!errors.isEmpty()) {
      throw new KconfigException(errors);
    }
    return tree;
  }

  /** Kconfiglib has other words for what it warns of, and warns of other things. */
  void warn(Location location, String text) {
    if (kconfiglib) {
      return;
    }
    messages.err(location + ":warning: " + text + "\n");
  }

  private void error(String check, String text, String hint) {
    Location at = currentEntry.location;
    errors.add(new Diagnostic(at.file(), at.line(), 1, check, text, null, hint));
  }

  private static String displayName(@Nullable Symbol symbol) {
    return symbol == null ? "<choice>" : symbol.displayName();
  }

  private void addEntry(@Nullable Symbol symbol, Location location) {
    MenuNode node = new MenuNode(symbol, location, currentMenu);
    if (lastInMenu == null) {
      currentMenu.child = node;
    } else {
      lastInMenu.next = node;
    }
    lastInMenu = node;
    currentEntry = node;
    if (symbol != null) {
      symbol.definitions.add(node);
    }
  }

  private Property add(
      Property.Kind kind, @Nullable Expr value, @Nullable Expr condition, Location location) {
    Property property =
        new Property(kind, propertyCount++, currentEntry, location, value, condition);
    if (currentEntry.symbol != null) {
      currentEntry.symbol.properties.add(property);
    }
    return property;
  }
}
