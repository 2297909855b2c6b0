/**
 * ELF files as programs.
 *
 * <p>{@link dev.unprobed.kernel.object.Linker} does with objects and modules what a linker and the
 * kernel's module loader do: it gives each section an address, and each symbol that is needed from
 * elsewhere one too, and applies the relocations. A linked kernel has addresses already; its
 * pointers are filled in where it would do that itself at boot.
 *
 * <pre>{@code
 * LinkedProgram program = Linker.program(ElfFile.read(Bytes.of(Path.of("drivers/clk/clk.ko"))));
 * program.named("init_module");
 * }</pre>
 *
 * <p>The addresses of an object are made up, but the same each time. All of them are near each
 * other, so that branches reach; they look like the kernel's own, so that no small number is taken
 * for one.
 */
@NullMarked
package dev.unprobed.kernel.object;

import org.jspecify.annotations.NullMarked;
