/**
 * The kconfig library as a candidate: no process at all, so that ten thousand cases need not start
 * ten thousand JVMs.
 *
 * <p>A tree is loaded once for each environment that its files are read with, and then serves all
 * cases; a case has a configuration, a folder and messages of its own. What the command line adds,
 * the launcher, its options and its cache of macros, is compared by {@link
 * dev.unprobed.bench.exact.ProcessCandidate}.
 */
@NullMarked
package dev.unprobed.bench.library;

import org.jspecify.annotations.NullMarked;
