package dev.unprobed.bench.exact;

import java.io.IOException;

/** What conf does. */
@FunctionalInterface
public interface Expected {
  Outcome of(Job job) throws IOException;
}
