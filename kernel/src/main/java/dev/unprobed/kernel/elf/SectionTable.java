package dev.unprobed.kernel.elf;

import dev.unprobed.kernel.bytes.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the section headers, with the numbers that do not fit into the ELF header. */
final class SectionTable {
  private final Bytes file;
  private final ElfHeader header;

  SectionTable(Bytes file, ElfHeader header) {
    this.file = file;
    this.header = header;
  }

  List<Section> sections() {
    if (header.sectionOffset() == 0) {
      return List.of();
    }
    demandSize();
    Section first = at(0, "");
    long count = header.sectionCount() == 0 ? first.size() : header.sectionCount();
    if (count == 0) {
      return List.of();
    }
    if (count < 0 || count > (file.size() - header.sectionOffset()) / header.sectionSize()) {
      throw file.malformed(
          header.sectionOffset(),
          "bad-section-table",
          "there is no room for " + count + " sections");
    }
    return named((int) count, names(first, (int) count));
  }

  private List<Section> named(int count, StringTable names) {
    List<Section> sections = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sections.add(at(i, names.string(file.u32(start(i)))));
    }
    demandApart(sections);
    return List.copyOf(sections);
  }

  private StringTable names(Section first, int count) {
    int index = header.nameSection() == Elf.SHN_XINDEX ? first.link() : header.nameSection();
    if (index < 0 || index >= count) {
      throw file.malformed(
          header.sectionOffset(), "bad-section-table", "section " + index + " has the names");
    }
    // Without names every offset is 0, and so every name is empty.
    return new StringTable(index == 0 ? file.slice(0, 0) : content(file, at(index, "")));
  }

  static Bytes content(Bytes file, Section section) {
    if (!section.isInFile()) {
      return file.slice(0, 0);
    }
    if (!file.has(section.offset(), section.size())) {
      throw file.malformed(
          Math.clamp(section.offset(), 0, file.size()),
          "truncated-section",
          "section %d %s is to have %s bytes here"
              .formatted(section.index(), section.name(), Long.toUnsignedString(section.size())));
    }
    return file.slice(section.offset(), section.size());
  }

  /**
   * No byte of a file is in two sections. If it could be, a small file would describe a program of
   * any size.
   */
  private void demandApart(List<Section> sections) {
    List<Section> inFile = new ArrayList<>(sections);
    inFile.removeIf(s -> !s.isInFile() || s.size() == 0 || !file.has(s.offset(), s.size()));
    inFile.sort(Comparator.comparingLong(Section::offset));
    for (int i = 1; i < inFile.size(); i++) {
      Section before = inFile.get(i - 1);
      Section after = inFile.get(i);
      if (before.offset() + before.size() > after.offset()) {
        throw file.malformed(
            after.offset(),
            "overlapping-sections",
            "sections %d %s and %d %s share bytes"
                .formatted(before.index(), before.name(), after.index(), after.name()));
      }
    }
  }

  private void demandSize() {
    int least = header.wide() ? Section.WIDE_SIZE : Section.NARROW_SIZE;
    if (header.sectionSize() < least) {
      throw file.malformed(
          0, "bad-elf-header", "a section header cannot have " + header.sectionSize() + " bytes");
    }
    if (!file.has(header.sectionOffset(), header.sectionSize())) {
      throw file.malformed(
          Math.clamp(header.sectionOffset(), 0, file.size()),
          "truncated-elf",
          "the section headers are to be at " + Long.toUnsignedString(header.sectionOffset()));
    }
  }

  private Section at(int index, String name) {
    Bytes entry = file.slice(start(index), header.sectionSize());
    return Section.read(index, name, new Fields(entry, header.wide()));
  }

  private long start(int index) {
    return header.sectionOffset() + (long) index * header.sectionSize();
  }
}
