/**
 * Real boots, and what is predicted of them.
 *
 * <p>A {@link dev.unprobed.bench.board.Pairing} is a kernel on a board that QEMU can be, one line
 * of {@code bench/board/machines}. A {@link dev.unprobed.bench.board.StockKernel} boots on it with
 * an initramfs of one program and one script, {@code bench/board/init}, which prints what {@code
 * /sys} says about drivers and devices. That is the {@link dev.unprobed.bench.board.Truth}; it is
 * kept as text under {@code bench/board/truth}, so that a prediction can be compared with it where
 * nothing boots.
 *
 * <pre>{@code
 * Pairing virt = Catalogue.read(folder).machines().getFirst();
 * StockKernel kernel = catalogue.kernel(virt.kernel(), Map.of());
 * Truth truth = new Boots(folder).of(virt, kernel, ModuleChoice.NONE);
 * }</pre>
 */
@NullMarked
package dev.unprobed.bench.board;

import org.jspecify.annotations.NullMarked;
