package dev.unprobed.kernel.code;

/** A call as its listener sees it. */
record Moment(Interpreter interpreter, Machine machine, long site, long target)
    implements Calls.Call {
  @Override
  public Value argument(int index) {
    int inRegisters = interpreter.set().argumentRegisters();
    if (index < inRegisters) {
      return machine.register(index);
    }
    long size = inRegisters == 4 ? 4 : 8;
    var slot = machine.register(Instruction.SP).plus(size * (index - inRegisters));
    return interpreter.memory().load(machine, slot, (int) size);
  }

  @Override
  public Value load(Value address, int size) {
    return interpreter.memory().load(machine, address, size);
  }
}
