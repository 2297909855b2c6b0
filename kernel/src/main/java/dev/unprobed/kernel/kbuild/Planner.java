package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Descends into folders and makes units of what their lists say. */
final class Planner {
  private static final int DEEPEST = 40;

  private final Folders folders;
  private final TreeFiles files;
  private final Map<String, Visit> visits = new LinkedHashMap<>();
  private final Map<String, BuildUnit> units = new LinkedHashMap<>();
  private final Set<String> emitted = new LinkedHashSet<>();
  private final Set<Remark> remarks = new LinkedHashSet<>();

  /**
   * How a folder is entered.
   *
   * @param builtIn when its objects go into the image
   * @param module when its modules are made
   * @param any when it is entered for anything
   * @param symbol the innermost one that decided it
   */
  record Visit(Condition builtIn, Condition module, Condition any, String symbol) {
    Visit or(Visit other) {
      return new Visit(
          builtIn.or(other.builtIn), module.or(other.module), any.or(other.any), symbol);
    }
  }

  Planner(Folders folders, TreeFiles files) {
    this.folders = folders;
    this.files = files;
  }

  List<BuildUnit> units() {
    return List.copyOf(units.values());
  }

  Set<Remark> remarks() {
    return remarks;
  }

  void plan() {
    Visit all = new Visit(Condition.always(), Condition.always(), Condition.always(), "");
    boolean listed =
        folders.at("").stream()
            .flatMap(top -> top.list("obj-y").stream())
            .anyMatch(entry -> entry.name().endsWith("/"));
    List<Folder.Entry> roots = listed ? List.of() : folders.topEntries();
    if (listed) {
      visit("", all, 0);
    }
    for (Folder.Entry root : roots) {
      visit(folder(root.name()), child(all, root.guard(), Condition.never(), root), 0);
    }
    if (listed) {
      emit("");
    }
    roots.forEach(root -> emit(folder(root.name())));
  }

  private String folder(String name) {
    return files.relative(name).orElse("..");
  }

  private void visit(String path, Visit visit, int depth) {
    Visit before = visits.get(path);
    Visit now = before == null ? visit : before.or(visit);
    if (now.equals(before) || depth > DEEPEST) {
      return;
    }
    visits.put(path, now);
    Optional<Folder> folder = folders.at(path);
    folder.ifPresent(
        there -> new Lists(there).folders().forEach(e -> descend(there, e, now, depth)));
  }

  private void descend(Folder above, Lists.Item item, Visit visit, int depth) {
    Optional<String> path = files.relative(above.within(item.name()));
    if (path.isEmpty() || Unknowns.in(item.name()) || folders.at(path.get()).isEmpty()) {
      String name = Unknowns.in(item.name()) ? Unknowns.remark(item.name()).text() : item.name();
      remarks.add(new Remark(item.line(), name + " has no makefile"));
      return;
    }
    visit(path.get(), child(visit, item.y(), item.m(), item.entry()), depth + 1);
  }

  private static Visit child(Visit visit, Condition y, Condition m, Folder.Entry entry) {
    Condition either = y.or(m);
    return new Visit(
        visit.builtIn().and(y),
        visit.module().and(either),
        visit.any().and(either),
        Lists.symbol(entry.guard()).orElse(visit.symbol()));
  }

  /** In the order of linking. */
  private void emit(String path) {
    Visit visit = visits.get(path);
    Optional<Folder> folder = folders.at(path);
    if (visit == null || folder.isEmpty() || !emitted.add(path)) {
      return;
    }
    Lists lists = new Lists(folder.get());
    for (Lists.Item item : lists.items()) {
      if (item.name().endsWith("/")) {
        files.relative(folder.get().within(item.name())).ifPresent(this::emit);
      } else if (Unknowns.in(item.name())) {
        remarks.add(Unknowns.remark(item.name()));
      } else {
        unit(folder.get(), lists, item, visit);
      }
    }
    lists.libraries().forEach(item -> library(folder.get(), item, visit));
  }

  private void unit(Folder folder, Lists lists, Lists.Item item, Visit visit) {
    if (!item.name().endsWith(".o")) {
      remarks.add(new Remark(item.line(), item.name() + " is neither an object nor a folder"));
      return;
    }
    Condition builtIn = visit.builtIn().and(item.y());
    Condition module = visit.module().and(item.m());
    List<BuildUnit.Part> parts = new ArrayList<>();
    for (Folder.Entry part : lists.parts(item)) {
      if (Unknowns.in(part.name())) {
        remarks.add(Unknowns.remark(part.name()));
      } else {
        parts.add(new BuildUnit.Part(object(folder, part.name()), part.guard()));
      }
    }
    String symbol = Lists.symbol(item.entry().guard()).orElse(visit.symbol());
    add(folder, item, builtIn, module, symbol, parts, BuildUnit.Kind.OBJECT);
  }

  private void library(Folder folder, Lists.Item item, Visit visit) {
    Condition builtIn = visit.any().and(item.y());
    String symbol = Lists.symbol(item.entry().guard()).orElse(visit.symbol());
    if (Unknowns.in(item.name())) {
      remarks.add(Unknowns.remark(item.name()));
      return;
    }
    BuildUnit.Part part = new BuildUnit.Part(object(folder, item.name()), Condition.always());
    add(folder, item, builtIn, Condition.never(), symbol, List.of(part), BuildUnit.Kind.LIBRARY);
  }

  /** An object of another folder is a unit of the one whose makefile lists it. */
  private static String own(String name) {
    return name.startsWith("../") ? name.substring(name.lastIndexOf('/') + 1) : name;
  }

  private String object(Folder folder, String name) {
    String path = folder.within(name);
    return files.relative(path).orElse(path);
  }

  private void add(
      Folder folder,
      Lists.Item item,
      Condition builtIn,
      Condition module,
      String symbol,
      List<BuildUnit.Part> parts,
      BuildUnit.Kind kind) {
    String name = folder.within(own(item.name()));
    String path = name.substring(0, name.length() - Math.min(2, name.length()));
    if (!builtIn.or(module).equals(Condition.never())) {
      BuildUnit unit =
          new BuildUnit(path, builtIn, module, symbol, item.line(), List.copyOf(parts), kind);
      units.putIfAbsent(path, unit);
    }
  }
}
