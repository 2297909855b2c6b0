package dev.unprobed.prove.driver;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The files that a kernel is built from; names are relative to the tree, all byte strings. */
public interface SourceFiles {
  /** The text of a file, absent when there is no such file. */
  @Nullable String text(String name);

  /**
   * For each of some words the Makefiles, C files, headers and assembler files that have it.
   *
   * @param words identifiers
   */
  Map<String, SortedSet<String>> mentioning(Set<String> words);
}
