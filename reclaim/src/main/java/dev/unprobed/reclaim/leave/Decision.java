package dev.unprobed.reclaim.leave;

import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Feed;
import dev.unprobed.reclaim.leave.Answers.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kernel's passes, made twice: once believing of what is not known that it is there, once that
 * it is not.
 */
final class Decision {
  private final List<Candidate> candidates;
  private final Answers answers;
  private final Map<String, Answer> own = new HashMap<>();

  Decision(List<Candidate> candidates, Answers answers) {
    this.candidates = candidates;
    this.answers = answers;
    candidates.forEach(c -> own.put(c.unit().path(), own(c)));
  }

  Departures departures(String board) {
    Map<String, Integer> certain = passes(false);
    Map<String, Integer> possible = passes(true);
    List<Departure> units = new ArrayList<>();
    for (Candidate candidate : candidates) {
      units.add(departure(candidate, certain, possible));
    }
    int last = possible.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new Departures(board, List.copyOf(units), last + 1);
  }

  /** Its drivers, and its functions that are called for nodes without a driver. */
  private Answer own(Candidate candidate) {
    Answer drivers = answers.of(candidate.unit().path());
    boolean stays = drivers.cause() != Cause.NONE && drivers.cause() != Cause.UNKNOWN;
    if (stays) {
      return drivers;
    }
    for (String compatible : candidate.declares()) {
      Optional<Node> node = answers.node(compatible);
      if (node.isPresent()) {
        return new Answer(Cause.NODE, compatible + " " + node.get().path(), false);
      }
    }
    return drivers;
  }

  /** In which pass each leaves. */
  private Map<String, Integer> passes(boolean hopeful) {
    Map<String, Integer> left = new HashMap<>();
    int before = -1;
    for (int pass = 1; left.size() != before; pass++) {
      before = left.size();
      for (Candidate candidate : candidates) {
        String path = candidate.unit().path();
        if (!left.containsKey(path) && obstacle(candidate, left.keySet(), hopeful).isEmpty()) {
          left.put(path, pass);
        }
      }
    }
    return left;
  }

  private Departure departure(
      Candidate candidate, Map<String, Integer> certain, Map<String, Integer> possible) {
    String path = candidate.unit().path();
    if (certain.containsKey(path)) {
      return new Departure(
          candidate, Outcome.LEAVES, Cause.NONE, "", certain.getOrDefault(path, 0));
    }
    boolean may = possible.containsKey(path);
    Set<String> left = may ? certain.keySet() : possible.keySet();
    Answer why = obstacle(candidate, new HashSet<>(left), !may).orElseThrow();
    return new Departure(
        candidate,
        may ? Outcome.MAY_LEAVE : Outcome.STAYS,
        why.cause(),
        why.detail(),
        possible.getOrDefault(path, 0));
  }

  private Optional<Answer> obstacle(Candidate candidate, Set<String> left, boolean hopeful) {
    Answer answer = own.getOrDefault(candidate.unit().path(), answers.of(""));
    boolean free =
        answer.cause() == Cause.NONE
            || answer.cause() == Cause.UNKNOWN && (hopeful || isVain(candidate, answer, left));
    if (!free) {
      return Optional.of(answer);
    }
    for (String user : candidate.users()) {
      if (!left.contains(user)) {
        return Optional.of(new Answer(Cause.USER, user, false));
      }
    }
    return candidate.feeds().stream()
        .filter(feed -> !left.contains(feed.maker()) && feeds(feed, hopeful))
        .findFirst()
        .map(feed -> new Answer(Cause.FEED, feed.maker(), false));
  }

  /** Whether what could bring a device for it is certain not to be there. */
  private boolean isVain(Candidate candidate, Answer answer, Set<String> left) {
    return answer.onlyHope()
        && !candidate.feeds().isEmpty()
        && candidate.feeds().stream()
            .allMatch(feed ->
                left.contains(feed.maker()) || answers.of(feed.maker()).cause() == Cause.NONE);
  }

  /** Whether a maker that has not left may bring devices. */
  private boolean feeds(Feed feed, boolean hopeful) {
    Answer answer = answers.of(feed.maker());
    return switch (answer.cause()) {
      case BOUND -> feed.whileBound() || !hopeful; // if hardware is missing, it waits
      case MATCHES -> true;
      case NODE -> !(hopeful && answer.mayBeBound()) || feed.whileBound();
      case UNKNOWN -> !hopeful;
      case NONE, USER, FEED -> false;
    };
  }
}
