/**
 * ELF files: objects, modules and kernels, of 32 and 64 bits, in either byte order.
 *
 * <p>{@link dev.unprobed.kernel.elf.ElfFile#read} looks at the header only. Sections, symbols and
 * relocations are read when they are asked for, from the file's own bytes:
 *
 * <pre>{@code
 * ElfFile elf = ElfFile.read(Bytes.of(Path.of("drivers/clk/clk.o")));
 * SymbolTable symbols = elf.symbols();
 * for (RelocationTable relocations : elf.relocations()) {
 *   for (int i = 0; i < relocations.count(); i++) {
 *     symbols.name(relocations.symbol(i));
 *   }
 * }
 * }</pre>
 *
 * <p>Tables are asked by index, number by number, so that a walk over a million of them makes no
 * objects. The words are those of the System V gABI, chapters 4 and 5. What breaks its rules is a
 * {@link dev.unprobed.kernel.bytes.MalformedInput}.
 */
@NullMarked
package dev.unprobed.kernel.elf;

import org.jspecify.annotations.NullMarked;
