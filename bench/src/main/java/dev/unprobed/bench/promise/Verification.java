package dev.unprobed.bench.promise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Compares promises with what conf does. */
public final class Verification {
  private Verification() {}

  /** Describes those promises that conf does not keep; tells how far it is after each one. */
  public static List<String> broken(
      List<Promise> promises, ConfValues conf, Consumer<Integer> progress) throws IOException {
    List<String> broken = new ArrayList<>();
    int done = 0;
    for (Promise promise : promises) {
      String value = conf.value(promise);
      if (!value.equals(promise.value())) {
        broken.add(promise + ": the report says " + promise.value() + ", conf makes " + value);
      }
      progress.accept(++done);
    }
    return broken;
  }

  /** So many of them at random, in their order; the same seed takes the same ones. */
  public static List<Promise> sample(List<Promise> promises, int count, long seed) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < promises.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, new Random(seed));
    return places.stream().limit(count).sorted().map(promises::get).toList();
  }
}
