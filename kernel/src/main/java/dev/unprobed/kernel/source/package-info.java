/**
 * What drivers say in their sources, where nothing was built.
 *
 * <p>A driver's tables are C: arrays of structures, often written with macros of the same file or
 * of a header beside it. So the files are read as C: comments, strings, conditionals and macros are
 * those of the language, and a table is what its initializer says after the macros are expanded.
 * {@link dev.unprobed.kernel.source.SourceIndex} tells for each file what it declares; {@link
 * dev.unprobed.kernel.source.SourceKernel} puts it together, with {@code kernel.kbuild}, to the
 * {@link dev.unprobed.kernel.unit.Kernel} that a configuration would give.
 *
 * <p>It is less than what was built would tell: code is not followed, so devices that drivers make
 * are not known, and where a preprocessor's condition cannot be decided both branches count.
 */
@NullMarked
package dev.unprobed.kernel.source;

import org.jspecify.annotations.NullMarked;
