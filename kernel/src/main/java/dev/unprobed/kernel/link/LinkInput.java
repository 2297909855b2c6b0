package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.ElfFile;

/**
 * An object that a linker was given.
 *
 * @param path from the root of the build tree, such as drivers/gpio/gpiolib.o
 * @param elf its bytes
 */
public record LinkInput(String path, ElfFile elf) {}
