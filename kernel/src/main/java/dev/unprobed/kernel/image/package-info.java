/**
 * A kernel as it is booted, read as a {@link dev.unprobed.kernel.program.Program}.
 *
 * <p>What lies in /boot has no section headers and no symbol table. {@link
 * dev.unprobed.kernel.image.KernelImage} takes it out of its wrappings, finds the kernel's own
 * table of names (kallsyms) by its structure, works out at which address the kernel is linked, and
 * fills in the pointers that a relocatable kernel fills in at boot. Nothing of it trusts a version
 * number.
 *
 * <pre>{@code
 * Program kernel = KernelImage.read(Bytes.of("vmlinuz", Files.readAllBytes(path)));
 * long function = kernel.named("__platform_driver_register").getFirst().address();
 * }</pre>
 */
@NullMarked
package dev.unprobed.kernel.image;

import org.jspecify.annotations.NullMarked;
