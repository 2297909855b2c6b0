/**
 * Flattened device trees: what a boot loader hands to the kernel, and the overlays for it.
 *
 * <p>{@link dev.unprobed.kernel.devicetree.DeviceTree#read} takes a blob of version 16 or 17
 * (Devicetree Specification, chapter 5) and gives {@link dev.unprobed.kernel.devicetree.Node}s with
 * {@link dev.unprobed.kernel.devicetree.Property}s, whose values stay in the file until somebody
 * asks for them:
 *
 * <pre>{@code
 * DeviceTree tree = DeviceTree.read(Bytes.of("board.dtb", Files.readAllBytes(path)));
 * Node uart = tree.at("/soc/serial@13800000").orElseThrow();
 * uart.compatible();          // [samsung,exynos4210-uart]
 * tree.with(DeviceTree.read(overlay)).source();
 * }</pre>
 *
 * <p>Cells are big-endian, whatever the processor. A node is available when its status is absent,
 * okay or ok (drivers/of/base.c). What the kernel would not read is refused as a {@link
 * dev.unprobed.kernel.bytes.MalformedInput} with its offset; time and memory are linear in the size
 * of the file.
 */
@NullMarked
package dev.unprobed.kernel.devicetree;

import org.jspecify.annotations.NullMarked;
