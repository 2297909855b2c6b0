package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Instruction.Block;
import dev.unprobed.kernel.code.Instruction.Compute;
import dev.unprobed.kernel.code.Instruction.Extract;
import dev.unprobed.kernel.code.Instruction.Insert;
import dev.unprobed.kernel.code.Instruction.Load;
import dev.unprobed.kernel.code.Instruction.Multiply;
import dev.unprobed.kernel.code.Instruction.Pair;
import dev.unprobed.kernel.code.Instruction.Place;
import dev.unprobed.kernel.code.Instruction.Set;
import dev.unprobed.kernel.code.Instruction.Spoil;
import dev.unprobed.kernel.code.Instruction.Store;
import dev.unprobed.kernel.code.Value.Constant;

/** What instructions that do not branch do to a machine. */
final class Step {
  private Step() {}

  static void take(Memory memory, Machine machine, Instruction instruction) {
    switch (instruction) {
      case Set(int to, long value) -> machine.register(to, Value.of(value));
      case Insert i -> insert(machine, i);
      case Compute c -> Arithmetic.compute(machine, c);
      case Multiply m -> machine.register(m.to(), product(machine, m));
      case Extract e -> machine.register(e.to(), Arithmetic.extract(machine.register(e.from()), e));
      case Spoil(long registers, boolean flags) -> {
        machine.spoil(registers);
        machine.flags = flags ? Machine.Flags.UNKNOWN : machine.flags;
      }
      case Load l -> load(memory, machine, l);
      case Store s -> {
        machine.store(address(machine, s.place()), machine.register(s.from()), s.size());
        machine.share(machine.register(s.from()));
        writeBack(machine, s.place());
      }
      case Pair p -> pair(memory, machine, p);
      case Block b -> block(memory, machine, b);
      default -> {
        // nothing to do, or a branch
      }
    }
  }

  private static void insert(Machine machine, Insert i) {
    var old = machine.register(i.to());
    if (old instanceof Constant(long number, boolean firm)) {
      long kept = number & ~(0xffffL << i.shift());
      machine.register(i.to(), new Constant(kept | i.bits(), firm));
    } else {
      machine.register(i.to(), Value.unknown());
    }
  }

  private static Value product(Machine machine, Multiply m) {
    if (machine.register(m.left()) instanceof Constant(long a, boolean f)
        && machine.register(m.right()) instanceof Constant(long b, boolean g)) {
      long product = m.minus() ? -a * b : a * b;
      var plus = machine.register(m.plus());
      return f && g ? plus.plus(product) : Value.unknown();
    }
    return Value.unknown();
  }

  private static Value address(Machine machine, Place place) {
    var base = machine.register(place.base());
    if (place.index() < 0) {
      return base.plus(place.after() ? 0 : place.offset());
    }
    return machine.register(place.index()) instanceof Constant(long n, boolean _)
        ? base.plus(n << place.shift())
        : Value.unknown();
  }

  private static void writeBack(Machine machine, Place place) {
    if (place.writeBack() != 0) {
      machine.register(place.base(), machine.register(place.base()).plus(place.writeBack()));
    }
  }

  private static void load(Memory memory, Machine machine, Load l) {
    var value = memory.load(machine, address(machine, l.place()), l.size());
    writeBack(machine, l.place());
    machine.register(l.to(), l.signed() ? sign(value, l.size()) : value);
  }

  private static Value sign(Value value, int size) {
    int unused = 64 - 8 * size;
    return value instanceof Constant(long n, boolean firm)
        ? new Constant(n << unused >> unused, firm)
        : value;
  }

  private static void pair(Memory memory, Machine machine, Pair p) {
    var at = address(machine, p.place());
    if (p.load()) {
      var first = memory.load(machine, at, p.size());
      var second = memory.load(machine, at.plus(p.size()), p.size());
      writeBack(machine, p.place());
      machine.register(p.first(), first);
      machine.register(p.second(), second);
      return;
    }
    machine.share(machine.register(p.first()));
    machine.share(machine.register(p.second()));
    machine.store(at, machine.register(p.first()), p.size());
    machine.store(at.plus(p.size()), machine.register(p.second()), p.size());
    writeBack(machine, p.place());
  }

  private static void block(Memory memory, Machine machine, Block b) {
    var at = machine.register(b.place().base()).plus(b.place().offset());
    writeBack(machine, b.place());
    for (int field = 0; field < 16; field++) {
      int register = A32.register(field);
      if ((b.registers() >>> register & 1) == 0) {
        continue;
      }
      if (b.load()) {
        machine.register(register, memory.load(machine, at, 4));
      } else {
        machine.store(at, machine.register(register), 4);
      }
      at = at.plus(4);
    }
  }
}
