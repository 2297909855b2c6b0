package dev.unprobed.kernel.elf;

import java.util.List;

/**
 * Sections that a linker keeps or leaves out together (gABI, Section Groups).
 *
 * @param section the SHT_GROUP section
 * @param comdat whether one of several groups of that signature is enough
 * @param signature the name of the symbol that stands for it
 * @param members numbers of sections
 */
public record SectionGroup(
    Section section, boolean comdat, String signature, List<Integer> members) {}
