package dev.unprobed.prove.sat;

import java.util.Arrays;

/** Finds the gate that was made for two operands: an open hash table. */
final class GateTable {
  private long[] keys = new long[1 << 12];
  private int[] gates = new int[1 << 12];
  private int count;

  private static long key(int left, int right) {
    return (long) left << 32 | right & 0xFFFFFFFFL;
  }

  /** The gate, 0 when there is none. Operands are never 0. */
  int find(int left, int right) {
    long key = key(left, right);
    int slot = slot(keys, key);
    return keys[slot] == key ? gates[slot] : 0;
  }

  void put(int left, int right, int gate) {
    if (2 * ++count > keys.length) {
      grow();
    }
    long key = key(left, right);
    int slot = slot(keys, key);
    keys[slot] = key;
    gates[slot] = gate;
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldGates = gates;
    keys = new long[oldKeys.length * 2];
    gates = Arrays.copyOf(new int[0], oldKeys.length * 2);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        gates[slot] = oldGates[i];
      }
    }
  }
}
