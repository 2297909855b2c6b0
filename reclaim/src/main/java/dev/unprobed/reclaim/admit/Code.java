package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.code.Addresses;
import dev.unprobed.kernel.code.CallGraph;
import dev.unprobed.kernel.code.Calls;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.code.Interpreter;
import dev.unprobed.kernel.code.Value;
import dev.unprobed.kernel.code.Walk;
import dev.unprobed.kernel.object.LinkedProgram;
import dev.unprobed.kernel.program.Program.Range;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.tree.TreeUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the init and exit functions of units call, in one program of all objects. arm64 only. */
final class Code {
  private static final int DEEPEST = 8;

  /** BLR: a call of what a register holds. */
  private static final int INDIRECT = 0xd63f0000;

  private static final int INDIRECT_MASK = 0xfffffc1f;

  /** B and BL, which differ in the highest bit. */
  private static final int BRANCH = 0x14000000;

  private static final int BRANCH_MASK = 0x7c000000;

  /** All drivers go through it (drivers/base/driver.c). */
  private static final String REGISTER = "driver_register";

  private final LinkedProgram program;
  private final List<TreeUnit> owners;
  private final Functions functions;
  private final CallGraph graph;
  private final Interpreter interpreter;
  private final Map<String, List<Long>> inits = new HashMap<>();
  private final Map<String, List<Long>> exits = new HashMap<>();
  private final Map<Integer, Set<String>> always = new HashMap<>();
  private final Map<String, Behaviour> initBehaviours = new HashMap<>();
  private final Map<String, Behaviour> exitBehaviours = new HashMap<>();
  private final Map<String, Boolean> registering = new HashMap<>();
  private final Map<Integer, Walked> walks = new HashMap<>();

  /**
   * What functions do.
   *
   * @param calls functions outside of the unit, each with the own one that calls it
   * @param places at how many places each of them is called
   * @param direct those that are called whatever there is, not for each of something
   * @param always those among them that are called on every way that does not fail
   * @param clears those that are called, sometimes or always, with a first argument of 0
   * @param indirect own functions with calls of what is not known
   */
  record Behaviour(
      Map<String, String> calls,
      Map<String, Integer> places,
      Set<String> direct,
      Set<String> always,
      Set<String> clears,
      Set<String> indirect) {}

  /**
   * @param owners whose each object of the program is
   */
  Code(LinkedProgram program, List<TreeUnit> owners) {
    this.program = program;
    this.owners = owners;
    this.functions = Functions.of(program);
    this.graph = CallGraph.of(functions, program.architecture());
    this.interpreter = new Interpreter(program, functions);
    program.sections().forEach(this::section);
  }

  private void section(Range section) {
    long end = section.start() + section.size();
    if (section.name().startsWith(".initcall") || section.name().equals(".con_initcall.init")) {
      for (long at = section.start(); at + 4 <= end; at += 4) {
        long entry = at;
        program.at(at).filter(b -> b.has(0, 4)).ifPresent(b -> add(inits, entry, entry + b.s32(0)));
      }
    } else if (section.name().equals(".exitcall.exit")) {
      for (long at = section.start(); at + 8 <= end; at += 8) {
        add(exits, at, program.pointer(at));
      }
    }
  }

  private void add(Map<String, List<Long>> map, long entry, long function) {
    map.computeIfAbsent(unit(entry), u -> new ArrayList<>()).add(function);
  }

  /** The KBUILD_MODFILE of what lies at an address; empty for nothing. */
  private String unit(long address) {
    OptionalInt object = program.object(address);
    return object.isPresent() ? owners.get(object.getAsInt()).path() : "";
  }

  /** By the name of each bus, the units that have a struct bus_type called so. */
  Map<String, Set<String>> buses() {
    Map<String, Set<String>> buses = new HashMap<>();
    for (Symbol symbol : program.symbols()) {
      if (symbol.kind() == Symbol.Kind.DATA && symbol.name().contains("bus")) {
        text(program.pointer(symbol.address()))
            .ifPresent(name ->
                buses.computeIfAbsent(name, b -> new HashSet<>()).add(unit(symbol.address())));
      }
    }
    return buses;
  }

  private Optional<String> text(long address) {
    return program.at(address).filter(b -> address != 0 && b.has(0, 1)).map(b -> word(b));
  }

  private static String word(Bytes bytes) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 32 && bytes.has(i, 1) && bytes.u8(i) > ' ' && bytes.u8(i) < 127; i++) {
      word.append((char) bytes.u8(i));
    }
    return word.toString();
  }

  Behaviour init(String unit) {
    return initBehaviours.computeIfAbsent(
        unit, u -> behaviour(u, inits.getOrDefault(u, List.of())));
  }

  Behaviour exit(String unit) {
    return exitBehaviours.computeIfAbsent(
        unit, u -> behaviour(u, exits.getOrDefault(u, List.of())));
  }

  private Behaviour behaviour(String unit, List<Long> starts) {
    Gathering gathering = new Gathering(unit);
    starts.forEach(gathering::start);
    gathering.follow();
    Set<String> direct = Set.copyOf(gathering.calls.keySet());
    gathering.open.addAll(gathering.callbacks);
    gathering.follow();
    return new Behaviour(
        gathering.calls,
        gathering.places,
        direct,
        gathering.certain,
        gathering.cleared,
        gathering.indirect);
  }

  /** What some functions of a unit come to. */
  private final class Gathering {
    private final String unit;
    private final Map<String, String> calls = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> indirect = new HashSet<>();
    private final Set<String> certain = new HashSet<>();
    private final Set<String> cleared = new HashSet<>();
    private final Set<Integer> seen = new HashSet<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Set<Integer> callbacks = new LinkedHashSet<>();

    Gathering(String unit) {
      this.unit = unit;
    }

    void start(long address) {
      int function = functions.at(address);
      if (function < 0) {
        indirect.add("0x" + Long.toHexString(address));
      } else {
        open.add(function);
        certain.addAll(always(unit, function, 0));
      }
    }

    void follow() {
      while (!open.isEmpty()) {
        int function = open.poll();
        if (seen.add(function)) {
          visit(function);
        }
      }
    }

    private void visit(int function) {
      walked(function).zeroes().forEach(target -> cleared.add(name(target)));
      if (callsUnknown(function)) {
        indirect.add(functions.name(function));
      }
      for (long target : graph.targets(function)) {
        int own = own(unit, target);
        if (own >= 0) {
          open.add(own);
          continue;
        }
        calls.putIfAbsent(name(target), functions.name(function));
        places.merge(name(target), count(function, target), Integer::sum);
        if (Interface.callsBack(name(target)) && !isOwnList(unit, function, target)) {
          callbacks.addAll(callbacks(unit, function));
        }
      }
    }
  }

  /** Whether the unit's own bus is gone through, which has no device while init or exit runs. */
  private boolean isOwnList(String unit, int function, long target) {
    Set<Long> lists = walked(function).firsts().getOrDefault(target, Set.of(0L));
    return lists.stream().allMatch(list -> unit(list).equals(unit));
  }

  /** Own functions whose addresses a function puts together: it hands them to others. */
  private Set<Integer> callbacks(String unit, int function) {
    Set<Integer> found = new HashSet<>();
    for (long address : Addresses.in(interpreter, function)) {
      if (functions.at(address) >= 0 && own(unit, address) >= 0) {
        found.add(functions.at(address));
      }
    }
    found.remove(function);
    return found;
  }

  /** Branches to an address, with and without return. */
  private int count(int function, long target) {
    int[] words = functions.words(function);
    int count = 0;
    for (int i = 0; i < words.length; i++) {
      boolean branch = (words[i] & BRANCH_MASK) == BRANCH;
      long distance = (long) (words[i] << 6 >> 6) * 4;
      count += branch && functions.start(function) + 4L * i + distance == target ? 1 : 0;
    }
    return Math.max(1, count);
  }

  /** Whether a function outside of the unit puts a struct device_driver onto a bus. */
  boolean registersDriver(String function) {
    return registering.computeIfAbsent(function, this::reachesDriverRegister);
  }

  private boolean reachesDriverRegister(String name) {
    if (name.equals(REGISTER)) {
      return true;
    }
    Set<Integer> level = new HashSet<>();
    program.named(name).forEach(s -> level.add(functions.at(s.address())));
    for (int depth = 0; depth < 3; depth++) {
      Set<Integer> next = new HashSet<>();
      for (int function : level) {
        for (long target : function < 0 ? new long[0] : graph.targets(function)) {
          if (name(target).equals(REGISTER)) {
            return true;
          }
          next.add(functions.at(target));
        }
      }
      level.clear();
      level.addAll(next);
    }
    return false;
  }

  private boolean callsUnknown(int function) {
    for (int word : functions.words(function)) {
      if ((word & INDIRECT_MASK) == INDIRECT) {
        return true;
      }
    }
    return false;
  }

  /** The unit's own function that covers an address, or -1. */
  private int own(String unit, long address) {
    int function = functions.covering(address);
    return function >= 0 && unit(address).equals(unit) ? function : -1;
  }

  private String name(long address) {
    List<Symbol> symbols = program.symbolsAt(address);
    return symbols.isEmpty() ? "0x" + Long.toHexString(address) : symbols.getFirst().name();
  }

  private Set<String> always(String unit, int function, int depth) {
    Set<String> known = always.get(function);
    if (known != null || depth > DEEPEST) {
      return known == null ? Set.of() : known;
    }
    always.put(function, Set.of());
    Set<String> found = new HashSet<>();
    for (long target : walked(function).always()) {
      int own = own(unit, target);
      if (own < 0) {
        found.add(name(target));
      } else {
        found.addAll(always(unit, own, depth + 1));
      }
    }
    always.put(function, Set.copyOf(found));
    return found;
  }

  /**
   * Targets of the calls of one function.
   *
   * @param firsts their first arguments, 0 for what is not known
   */
  private record Walked(Set<Long> always, Set<Long> zeroes, Map<Long, Set<Long>> firsts) {}

  private Walked walked(int function) {
    return walks.computeIfAbsent(function, this::walk);
  }

  private Walked walk(int function) {
    Map<Long, Long> targets = new HashMap<>();
    Set<Long> zeroes = new HashSet<>();
    Map<Long, Set<Long>> firsts = new HashMap<>();
    Walk walk = interpreter.walk(function, new Listener(this, targets, zeroes, firsts));
    Set<Long> certain = new HashSet<>();
    walk.always().forEach(site -> certain.add(targets.getOrDefault(site, 0L)));
    return new Walked(certain, zeroes, firsts);
  }

  /** Notes where each call leads. */
  private record Listener(
      Code code, Map<Long, Long> targets, Set<Long> zeroes, Map<Long, Set<Long>> firsts)
      implements Calls {
    @Override
    public boolean matters(long target) {
      return true;
    }

    @Override
    public boolean givesPointer(long target) {
      return Interface.givesPointer(code.name(target));
    }

    @Override
    public boolean isEveryErrorFailure() {
      return true;
    }

    @Override
    public void call(Call call) {
      targets.put(call.site(), call.target());
      boolean known = call.argument(0) instanceof Value.Constant;
      long first = call.argument(0) instanceof Value.Constant(long number, boolean _) ? number : 0;
      firsts.computeIfAbsent(call.target(), t -> new HashSet<>()).add(first);
      if (known && first == 0) {
        zeroes.add(call.target());
      }
    }
  }
}
