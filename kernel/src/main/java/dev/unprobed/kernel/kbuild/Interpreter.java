package dev.unprobed.kernel.kbuild;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs statements of makefiles: assigns variables under the conditions that stand around them. */
final class Interpreter {
  private static final int DEEPEST = 40;

  private final Scope scope;
  private final TreeFiles files;
  private final Expander expander;
  private final Set<Remark> remarks = new LinkedHashSet<>();
  private final Deque<Branch> branches = new ArrayDeque<>();
  private int depth;

  /**
   * A conditional that is open.
   *
   * @param outer under which the whole of it is read
   * @param taken under which one of the branches up to here is
   * @param now under which this branch is
   */
  private record Branch(Condition outer, Condition taken, Condition now) {}

  Interpreter(Scope scope, TreeFiles files, Function<String, List<Piece>> symbols) {
    this.scope = scope;
    this.files = files;
    this.expander = new Expander(scope, files, symbols, this::eval);
  }

  Expander expander() {
    return expander;
  }

  Set<Remark> remarks() {
    return remarks;
  }

  private Condition guard() {
    Branch branch = branches.peek();
    return branch == null ? Condition.always() : branch.now();
  }

  private void eval(Line line, String text, Condition guard) {
    Condition now = guard().and(guard);
    within(new Branch(now, Condition.never(), now), MakefileReader.read(line.file(), text));
  }

  /** Whatever is left open in them ends with them. */
  private void within(Branch branch, List<Statement> statements) {
    if (depth >= DEEPEST) {
      return;
    }
    depth++;
    int open = branches.size();
    branches.push(branch);
    run(statements);
    while (branches.size() > open) {
      branches.pop();
    }
    depth--;
  }

  void run(List<Statement> statements) {
    for (Statement statement : statements) {
      expander.at(statement.line());
      run(statement);
    }
  }

  private void run(Statement statement) {
    boolean never = guard().equals(Condition.never());
    switch (statement) {
      case Statement.If open -> {
        Condition taken = never ? Condition.never() : condition(open);
        branches.push(new Branch(guard(), taken, guard().and(taken)));
      }
      case Statement.Else other -> elseBranch(other);
      case Statement.EndIf _ -> {
        if (!branches.isEmpty()) {
          branches.pop();
        }
      }
      case Statement.Assign assign when !never -> assign(assign);
      case Statement.Include include when !never -> include(include);
      case Statement.Export export when !never -> export(export);
      case Statement.Call call when !never -> call(call.text());
      case Statement.Assign _, Statement.Include _, Statement.Export _, Statement.Call _ -> {}
    }
  }

  private void elseBranch(Statement.Else other) {
    Branch branch = branches.poll();
    if (branch == null) {
      return;
    }
    Condition left = branch.outer().and(branch.taken().not());
    Condition here = Condition.always();
    for (Statement.If then : other.then()) {
      here = left.equals(Condition.never()) ? Condition.never() : condition(then);
    }
    branches.push(new Branch(branch.outer(), branch.taken().or(here), left.and(here)));
  }

  private Condition condition(Statement.If open) {
    return switch (open.kind()) {
      case "ifdef" -> defined(open.arguments());
      case "ifndef" -> defined(open.arguments()).not();
      case "ifeq" -> Comparison.equal(open, expander);
      default -> Comparison.equal(open, expander).not();
    };
  }

  private Condition defined(String text) {
    Condition result = Condition.never();
    for (Map.Entry<String, Condition> way : Ways.of(expander.expand(text.strip())).entrySet()) {
      Variable variable = scope.find(way.getKey());
      Condition here =
          variable != null ? variable.notEmpty() : Ways.present(expander.value(way.getKey()));
      result = result.or(here.and(way.getValue()));
    }
    return result;
  }

  private void assign(Statement.Assign assign) {
    List<Piece> pieces = assign.operator().equals(":=") ? expander.expand(assign.text()) : null;
    for (Map.Entry<String, Condition> way : Ways.of(expander.expand(assign.name())).entrySet()) {
      String name = way.getKey().strip();
      Condition guard = guard().and(way.getValue());
      if (Unknowns.in(name)) {
        remarks.add(new Remark(assign.line(), "a list whose name is not known: " + assign.name()));
      } else if (!guard.equals(Condition.never())) {
        assign(assign, name, guard, Optional.ofNullable(pieces));
        if (assign.export()) {
          scope.export(name);
        }
      }
    }
  }

  private void assign(
      Statement.Assign assign, String name, Condition guard, Optional<List<Piece>> pieces) {
    Variable variable = scope.at(name);
    Line line = assign.line();
    switch (assign.operator()) {
      case ":=" ->
          variable.replace(new Variable.Part(guard, line, false, "", pieces.orElse(List.of())));
      case "!=" ->
          variable.replace(
              new Variable.Part(guard, line, false, "", expander.unknown(assign.text())));
      case "?=" -> {
        Condition undefined = guard.and(variable.defined().not());
        if (!undefined.equals(Condition.never())) {
          variable.add(new Variable.Part(undefined, line, true, assign.text(), List.of()));
        }
      }
      case "+=" -> variable.add(appended(assign, guard, variable));
      default -> variable.replace(new Variable.Part(guard, line, true, assign.text(), List.of()));
    }
  }

  private Variable.Part appended(Statement.Assign assign, Condition guard, Variable variable) {
    return variable.deferred()
        ? new Variable.Part(guard, assign.line(), true, assign.text(), List.of())
        : new Variable.Part(guard, assign.line(), false, "", expander.expand(assign.text()));
  }

  private void include(Statement.Include include) {
    for (Word word : Word.split(expander.expand(include.files()))) {
      Condition now = guard().and(word.guard());
      if (Unknowns.in(word.text())) {
        remarks.add(Unknowns.remark(word.text()));
      } else if (!now.equals(Condition.never())) {
        include(include, word.text(), now);
      }
    }
  }

  private void include(Statement.Include include, String file, Condition now) {
    Optional<List<Statement>> statements = files.makefile(file);
    if (statements.isPresent()) {
      within(new Branch(now, Condition.never(), now), statements.get());
    } else if (!include.optional()) {
      remarks.add(new Remark(include.line(), file + " is not in the tree"));
    }
  }

  private void export(Statement.Export export) {
    if (export.export()) {
      Word.split(expander.expand(export.names())).forEach(word -> scope.export(word.text()));
    }
  }

  private void call(String text) {
    if (text.startsWith("$") && (text.contains("eval") || text.startsWith("$(call"))) {
      expander.expand(text);
    }
  }
}
