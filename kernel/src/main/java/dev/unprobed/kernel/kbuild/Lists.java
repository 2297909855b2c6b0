package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a folder's lists mean, as scripts/Makefile.lib sorts them. */
final class Lists {
  private static final Condition NEVER = Condition.never();

  private final Folder folder;

  Lists(Folder folder) {
    this.folder = folder;
  }

  /**
   * An object or folder.
   *
   * @param y when it is in obj-y
   * @param m when it is only in obj-m
   * @param entry where it is listed first
   */
  record Item(String name, Condition y, Condition m, Folder.Entry entry) {
    Line line() {
      return entry.line();
    }
  }

  /** What is in obj-y and obj-m, each once; those that can be built in first and in their order. */
  List<Item> items() {
    return items(folder.list("obj-y"), folder.list("obj-m"));
  }

  private static List<Item> items(List<Folder.Entry> yes, List<Folder.Entry> modules) {
    Map<String, Folder.Entry> first = new LinkedHashMap<>();
    Map<String, Condition> y = sums(yes, first);
    Map<String, Condition> m = sums(modules, first);
    List<Item> items = new ArrayList<>();
    first.forEach((name, entry) -> {
      Condition built = y.getOrDefault(name, NEVER);
      Condition module = m.getOrDefault(name, NEVER).and(built.not());
      items.add(new Item(name, built, module, entry));
    });
    return items;
  }

  private static Map<String, Condition> sums(
      List<Folder.Entry> entries, Map<String, Folder.Entry> first) {
    Map<String, Condition> sums = new LinkedHashMap<>();
    for (Folder.Entry entry : entries) {
      first.putIfAbsent(entry.name(), entry);
      sums.merge(entry.name(), entry.guard(), Condition::or);
    }
    return sums;
  }

  /** The folders to enter: those of obj-y and obj-m, then those that are only visited. */
  List<Item> folders() {
    List<Item> folders = new ArrayList<>();
    items().stream().filter(item -> item.name().endsWith("/")).forEach(folders::add);
    return folders;
  }

  /** Of lib-y what is not built in anyway. */
  List<Item> libraries() {
    Map<String, Condition> builtIn = sums(folder.list("obj-y"), new LinkedHashMap<>());
    List<Folder.Entry> entries = new ArrayList<>(folder.list("lib-y"));
    entries.addAll(folder.list("lib-m"));
    return items(entries, List.of()).stream()
        .map(item -> without(item, builtIn.getOrDefault(item.name(), NEVER)))
        .filter(item -> !item.y().equals(NEVER))
        .toList();
  }

  private static Item without(Item item, Condition elsewhere) {
    return new Item(item.name(), item.y().and(elsewhere.not()), NEVER, item.entry());
  }

  /** The objects of one: those that it is composed of, or itself. */
  List<Folder.Entry> parts(Item item) {
    String stem = item.name().substring(0, item.name().length() - 2);
    List<Folder.Entry> own = new ArrayList<>(folder.list(stem + "-objs"));
    own.addAll(folder.list(stem + "-y"));
    List<Folder.Entry> more = folder.list(stem + "-m");
    Condition composite = folder.anyIn(List.of(stem + "-objs", stem + "-y", stem + "-"));
    Condition modular = composite.or(folder.anyIn(List.of(stem + "-m")));
    Condition isModule = item.m();
    List<Folder.Entry> parts = new ArrayList<>(own);
    for (Folder.Entry entry : more) {
      parts.add(new Folder.Entry(entry.name(), entry.guard().and(isModule), entry.line()));
    }
    Condition alone =
        composite.equals(modular)
            ? composite.not()
            : item.y().and(composite.not()).or(isModule.and(modular.not()));
    if (!alone.equals(NEVER)) {
      parts.add(new Folder.Entry(item.name(), alone, item.line()));
    }
    return merged(parts);
  }

  private static List<Folder.Entry> merged(List<Folder.Entry> parts) {
    Map<String, Folder.Entry> merged = new LinkedHashMap<>();
    for (Folder.Entry part : parts) {
      if (!part.guard().equals(NEVER)) {
        merged.merge(
            part.name(),
            part,
            (a, b) -> new Folder.Entry(a.name(), a.guard().or(b.guard()), a.line()));
      }
    }
    return List.copyOf(merged.values());
  }

  /** The symbol that decides: the last one of those that all have to be set. */
  static Optional<String> symbol(Condition guard) {
    Optional<String> last = Optional.empty();
    for (Condition part : Conditions.conjuncts(guard)) {
      if (part instanceof Condition.Is(String symbol, int values)
          && (values & Condition.Is.N) == 0) {
        last = Optional.of(symbol);
      }
    }
    return last;
  }
}
