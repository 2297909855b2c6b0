package dev.unprobed.kernel.ledger;

/** The entries do not add up to what was weighed: a bug in here, never the user's doing. */
public final class Imbalance extends IllegalStateException {
  Imbalance(String path, String what, long entries, long weighed) {
    super("%s: the ledger has %d bytes %s, there are %d".formatted(path, entries, what, weighed));
  }
}
