package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that an int or hex is held against, by itself or through others that it meets in
 * comparisons, defaults and ranges. Nothing in the tree tells two numbers apart that lie between
 * the same two of them, but for the order in which several symbols lie there.
 *
 * @param type int or hex
 * @param numbers what it is held against, or what defaults give it
 * @param compared whether anything is compared or bounded at all; otherwise the number after the
 *     highest one stands for all others
 * @param room how many symbols that are typed in may lie between two landmarks, at least 1: so many
 *     numbers on each side of each landmark are in the formula
 */
public record Landmarks(SymbolType type, SortedSet<Long> numbers, boolean compared, int room) {
  public Landmarks {
    numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
  }

  /** The number that a text stands for in every comparison; absent where that is not so sure. */
  public static @Nullable Long number(SymbolType type, String text) {
    boolean hex = type == SymbolType.HEX;
    if (!text.matches(hex ? "(0[xX])?[0-9a-fA-F]{1,15}" : "-?[0-9]{1,18}")) {
      return null;
    }
    long number = Numbers.parse(text, hex ? 16 : 10);
    return hex || text.equals(Long.toString(number)) ? (Long) number : null;
  }

  /** The text of a number as conf would write it. */
  public String text(long number) {
    return type == SymbolType.HEX ? "0x" + Long.toHexString(number) : Long.toString(number);
  }
}
