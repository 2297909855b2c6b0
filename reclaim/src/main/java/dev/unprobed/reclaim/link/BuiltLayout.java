package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.layout.Layout;
import dev.unprobed.reclaim.layout.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How units lie in a kernel that has been linked, by its own table.
 *
 * @param units KBUILD_MODFILEs by rank
 * @param starts for each region where each unit starts, in bytes from the start of the region; one
 *     more tells where the last ends
 * @param bases the addresses of the regions
 */
public record BuiltLayout(List<String> units, Map<Region, long[]> starts, Map<Region, Long> bases) {
  /** That of a build tree; absent if its kernel is not there, or has not been laid out. */
  public static Optional<BuiltLayout> of(Path build) throws IOException {
    Path vmlinux = build.resolve("vmlinux");
    if (!Files.isRegularFile(vmlinux)) {
      return Optional.empty();
    }
    UnitTable table = new UnitTable(ElfFile.read(Bytes.of(vmlinux)));
    return table.isThere() ? Optional.of(of(table)) : Optional.empty();
  }

  private static BuiltLayout of(UnitTable table) {
    Map<Region, long[]> starts = new EnumMap<>(Region.class);
    Map<Region, Long> bases = new EnumMap<>(Region.class);
    for (Region region : Region.values()) {
      bases.put(region, table.base(region));
      starts.put(
          region,
          IntStream.rangeClosed(0, table.units())
              .mapToLong(rank -> table.start(rank, region))
              .toArray());
    }
    return new BuiltLayout(
        IntStream.range(0, table.units()).mapToObj(table::name).toList(),
        Map.copyOf(starts),
        Map.copyOf(bases));
  }

  /** Whether an address is in a region of units that may leave. */
  public boolean contains(long address) {
    return starts.entrySet().stream()
        .anyMatch(e -> {
          long offset = address - bases.getOrDefault(e.getKey(), 0L);
          return offset >= 0 && offset < e.getValue()[units.size()];
        });
  }

  /**
   * What a board gets back, in bytes.
   *
   * @param leaving KBUILD_MODFILEs of the units that leave there
   */
  public long freed(Set<String> leaving, long pageSize) {
    return runs(leaving, pageSize).stream().mapToLong(Run::size).sum();
  }

  /** The same pages, by address. */
  public List<Run> runs(Set<String> leaving, long pageSize) {
    boolean[] left = new boolean[units.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = leaving.contains(units.get(i));
    }
    return starts.entrySet().stream()
        .flatMap(e ->
            Layout.runs(bases.getOrDefault(e.getKey(), 0L), e.getValue(), left, pageSize).stream())
        .toList();
  }
}
