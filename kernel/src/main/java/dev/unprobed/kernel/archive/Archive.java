package dev.unprobed.kernel.archive;

import dev.unprobed.kernel.bytes.Bytes;
import java.util.List;

/**
 * An archive in the form of GNU ar (its names, symbol tables and thin archives) or of BSD's names.
 *
 * @param thin whether members may be files beside the archive
 * @param members in the order of the file, without the tables of symbols and names
 * @param symbols what the archive's own table of symbols says; empty when it has none
 */
public record Archive(boolean thin, List<Member> members, List<Definition> symbols) {
  /**
   * A file in the archive.
   *
   * @param name without the slash that ends it; in a thin archive a path from the archive's folder
   * @param header where the entry starts in the archive
   * @param size in bytes, as the archive says
   * @param nested where it starts in the archive that {@code name} then is, or -1
   * @param content its bytes; none when it is outside
   * @param isOutside whether it is a file of its own
   */
  public record Member(
      String name, long header, long size, long nested, Bytes content, boolean isOutside) {}

  /**
   * A global symbol that a member defines.
   *
   * @param header of the member
   */
  public record Definition(String name, long header) {}

  /** What does not start as an archive does is {@code not-an-archive}. */
  public static Archive read(Bytes file) {
    return new ArchiveReader(file).read();
  }

  /** Whether this starts as an archive does. */
  public static boolean isArchive(Bytes file) {
    return ArchiveReader.isArchive(file);
  }
}
