package dev.unprobed.prove.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that an int is held against, by itself or through others that take its value. Nothing
 * in the tree tells two numbers apart that lie between the same two of them.
 *
 * @param numbers what it is held against, or what defaults give it
 * @param compared whether anything is compared or bounded at all; otherwise the number after the
 *     highest one stands for all others
 */
public record Landmarks(SortedSet<Long> numbers, boolean compared) {
  public Landmarks {
    numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
  }

  /** The number that a text is as conf writes it; absent for any other text. */
  public static @Nullable Long number(String text) {
    boolean digits = text.matches("-?[0-9]{1,18}");
    long number = digits ? Long.parseLong(text) : 0;
    return digits && Long.toString(number).equals(text) ? (Long) number : null;
  }
}
