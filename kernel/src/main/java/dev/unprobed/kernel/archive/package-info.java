/**
 * Archives of objects, as {@code ar} writes them: ordinary ones with their members inside, and thin
 * ones, which only name files beside them. Kbuild makes thin ones: a built-in.a in each folder, and
 * vmlinux.a of all of them, whose order is the order in which the kernel is linked.
 *
 * <pre>{@code
 * Archive archive = Archive.read(Bytes.of(Path.of("vmlinux.a")));
 * for (Archive.Member member : archive.members()) {
 *   if (member.isOutside()) { … directory.resolve(member.name()) … }
 * }
 * }</pre>
 */
@NullMarked
package dev.unprobed.kernel.archive;

import org.jspecify.annotations.NullMarked;
