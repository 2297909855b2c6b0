/**
 * The kernel's side, and the edits that bring it into a source tree.
 *
 * <pre>{@code
 * KernelPatch patch = KernelPatch.of(Path.of("linux"));
 * patch.changes();   // what would change: files with their text before and after
 * patch.apply();     // writes them
 * }</pre>
 *
 * <p>The files of the kernel's side lie in this package's resources, under the licence of the
 * kernel, and are copied as they are. A change of one of the kernel's own files is an <b>anchored
 * edit</b>: the file, one short line of it, and what goes before, after or in place of that line.
 * So none of the kernel's text is needed here, and one edit serves kernels whose surroundings
 * differ. A file of edits reads like this:
 *
 * <pre>{@code
 * # Why it is done.
 * variant mapping: arch/arm64/mm/mmu.c has map_kernel_segment(
 * file arch/arm64/mm/mmu.c
 * in map_kernel
 * fill after: &vmlinux_data, 0, 0);
 * |\tmap_unprobed(pgdp);
 * }</pre>
 *
 * <ul>
 *   <li>{@code variant NAME: FILE has TEXT} (or {@code lacks}): these edits are for kernels where
 *       that is so. Of the variants with one name exactly one has to be for the tree; that is how
 *       generations of kernels are told apart.
 *   <li>{@code in FUNCTION}: the anchor of the next edit is looked for in that function only.
 *   <li>{@code before:}, {@code after:}, {@code replace:} a line; any white space counts as one
 *       space; it has to be there exactly once.
 *   <li>{@code fill after:} puts one line in place of the empty line that follows, so that the
 *       numbers of the lines below stay the same: they end up in vmlinux, which must not change
 *       when the option is off.
 *   <li>{@code append}: at the end of the file.
 *   <li>{@code |} starts a line of the text; a tab may be written as {@code \t}.
 * </ul>
 */
@NullMarked
package dev.unprobed.reclaim.patch;

import org.jspecify.annotations.NullMarked;
