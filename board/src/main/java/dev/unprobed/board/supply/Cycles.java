package dev.unprobed.board.supply;

import dev.unprobed.kernel.devicetree.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the links that lie on a cycle (__fw_devlink_relax_cycles in drivers/base/core.c). A node
 * also depends on the node above it, because that one's device comes first.
 *
 * <p>Tarjan's algorithm without recursion: trees come from files.
 */
final class Cycles {
  private final Map<Node, List<Link>> links;
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final Map<Node, Integer> lows = new HashMap<>();
  private final Map<Node, Integer> components = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();

  private Cycles(Map<Node, List<Link>> links) {
    this.links = links;
  }

  static Map<Node, List<Link>> mark(Map<Node, List<Link>> links) {
    Cycles cycles = new Cycles(links);
    links.keySet().forEach(cycles::visit);
    Map<Node, List<Link>> marked = new HashMap<>();
    links.forEach((node, all) -> marked.put(node, all.stream().map(cycles::marked).toList()));
    return marked;
  }

  private Link marked(Link link) {
    boolean cycle = component(link.consumer()) == component(link.supplier());
    return new Link(link.consumer(), link.property(), link.index(), link.supplier(), cycle);
  }

  private int component(Node node) {
    return components.getOrDefault(node, -1);
  }

  private List<Node> next(Node node) {
    List<Node> next = new ArrayList<>();
    links.getOrDefault(node, List.of()).forEach(link -> next.add(link.supplier()));
    node.parent().filter(parent -> parent.parent().isPresent()).ifPresent(next::add);
    return next;
  }

  private record Frame(Node node, List<Node> next, int[] at) {}

  private void visit(Node start) {
    if (numbers.containsKey(start)) {
      return;
    }
    Deque<Frame> stack = new ArrayDeque<>();
    stack.push(enter(start));
    while (!stack.isEmpty()) {
      Frame frame = stack.element();
      if (frame.at()[0] < frame.next().size()) {
        Node next = frame.next().get(frame.at()[0]++);
        if (!numbers.containsKey(next)) {
          stack.push(enter(next));
        } else if (!components.containsKey(next)) {
          lower(frame.node(), numbers.getOrDefault(next, 0));
        }
      } else {
        stack.pop();
        leave(frame.node());
        if (!stack.isEmpty()) {
          lower(stack.element().node(), lows.getOrDefault(frame.node(), 0));
        }
      }
    }
  }

  private Frame enter(Node node) {
    int number = numbers.size();
    numbers.put(node, number);
    lows.put(node, number);
    open.push(node);
    return new Frame(node, next(node), new int[1]);
  }

  private void lower(Node node, int low) {
    lows.merge(node, low, Math::min);
  }

  private void leave(Node node) {
    int low = lows.getOrDefault(node, -1);
    if (low == numbers.getOrDefault(node, -2)) {
      Node member;
      do {
        member = open.pop();
        components.put(member, low);
      } while (member != node);
    }
  }
}
