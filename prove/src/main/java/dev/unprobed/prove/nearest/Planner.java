package dev.unprobed.prove.nearest;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionEncoder;
import dev.unprobed.prove.condition.ConditionValue;
import dev.unprobed.prove.condition.ModelTerms;
import dev.unprobed.prove.model.Line;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.reason.Reasons;
import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the fewest changes to a configuration after which some symbols have wanted values. */
public final class Planner {
  private final List<Request> requests;
  private final @Nullable Condition keep;
  private final Start start;
  private final Limit limit;
  private final Model model;
  private final Engine engine;
  private final Nearest nearest;
  private final List<Integer> literals = new ArrayList<>();

  /**
   * For some requests.
   *
   * @param keep what is to hold as well; absent for nothing
   */
  public Planner(List<Request> requests, @Nullable Condition keep, Start start, Limit limit) {
    this.requests = List.copyOf(requests);
    this.keep = keep;
    this.start = start;
    this.limit = limit;
    model = Model.of(start.evaluation().tree());
    announce(model);
    Nearest.announce(model, start);
    engine = new Engine(model.cnf(), new LogicNgSolver());
    nearest = new Nearest(model, engine, start);
    literals.addAll(literals(model));
  }

  private void announce(Model model) {
    for (Request request : requests) {
      if (!request.symbol().type().logical()) {
        model.offer(request.symbol(), request.value());
      }
    }
    if (keep != null) {
      new ModelTerms(model).announce(keep);
    }
  }

  /** One for each request, and one for what is to be kept. */
  private List<Integer> literals(Model in) {
    List<Integer> all = new ArrayList<>();
    for (Request request : requests) {
      all.add(in.view(request.symbol()).is(request.value()));
    }
    if (keep != null) {
      all.add(new ConditionEncoder(new ModelTerms(in)).value(keep).m());
    }
    return all;
  }

  /**
   * Different ways, those with fewer changes first. None when there is none, which {@link
   * #conflict} explains, or when the limit came first.
   *
   * @param most how many to look for
   */
  public List<Example> plans(int most) {
    List<Example> plans = new ArrayList<>();
    Set<Symbol> wanted = requests.stream().map(Request::symbol).collect(Collectors.toSet());
    List<Integer> hard = new ArrayList<>(literals);
    while (plans.size() < most) {
      Optional<Example> plan = nearest.find(limit, wanted, this::shows, array(hard));
      if (plan.isEmpty()) {
        break;
      }
      List<Change> changes = plan.get().changes();
      if (plans.stream().anyMatch(known -> known.changes().equals(changes))) {
        break;
      }
      plans.add(plan.get());
      int other = Cnf.FALSE;
      for (Change change : changes) {
        if (!wanted.contains(change.symbol())) {
          other = model.cnf().or(other, nearest.unchanged(change.symbol()));
        }
      }
      // Nothing else had to change: whatever else there is, is worse.
      if (other == Cnf.FALSE) {
        break;
      }
      hard.add(other);
    }
    return plans;
  }

  /** Why there is no plan; absent when there is one, or when the limit came first. */
  public Optional<Conflict> conflict() {
    List<Integer> kept = new ArrayList<>(new LinkedHashSet<>(literals));
    if (!impossible(kept)) {
      return Optional.empty();
    }
    for (int literal : List.copyOf(kept)) {
      List<Integer> fewer = new ArrayList<>(kept);
      fewer.removeIf(other -> other == literal);
      if (impossible(fewer)) {
        kept = fewer;
      }
    }
    List<Request> core = new ArrayList<>();
    Model guarded = Model.guarded(start.evaluation().tree());
    announce(guarded);
    List<Integer> all = literals(guarded);
    List<Integer> question = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      if (kept.contains(literals.get(i))) {
        question.add(all.get(i));
        if (i < requests.size()) {
          core.add(requests.get(i));
        }
      }
    }
    boolean condition = keep != null && kept.contains(literals.getLast());
    Optional<List<Line>> reasons = new Reasons(guarded).against(limit, array(question));
    return Optional.of(
        new Conflict(core, condition, reasons.orElse(List.of()), reasons.isPresent()));
  }

  private boolean impossible(List<Integer> question) {
    return engine.solve(limit, array(question)) == Verdict.UNSATISFIABLE;
  }

  private boolean shows(Evaluation evaluation) {
    boolean met = requests.stream().allMatch(r -> evaluation.text(r.symbol()).equals(r.value()));
    return met && (keep == null || new ConditionValue(evaluation).of(keep) > 0);
  }

  private static int[] array(List<Integer> literals) {
    return literals.stream().mapToInt(Integer::intValue).toArray();
  }
}
