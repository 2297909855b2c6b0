package dev.unprobed.app;

import dev.unprobed.app.report.page.Findings.Made;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By which command each part of a report can be made again. */
record ReportOrigins(Path tree, Optional<Path> kernel, List<Path> boards, ReportRules rules) {

  List<Made> all() {
    List<Made> all = new ArrayList<>();
    all.add(new Made("platforms", words("unprobed report --tree", tree)));
    if (!rules.files().isEmpty()) {
      all.add(
          new Made(
              "rules", words("unprobed prove", rules.files(), "--tree", tree, "--examples DIR")));
    }
    kernel.ifPresent(path -> {
      Object trees = boards.isEmpty() ? "FILE" : boards;
      all.add(new Made("boards", words("unprobed board --kernel", path, "--dtb", trees)));
      all.add(new Made("boot", words("unprobed boot --kernel", path, "--dtb FILE")));
      all.add(new Made("ledger", words("unprobed ledger --kernel", path)));
      all.add(new Made("reclaim", words("unprobed reclaim plan --kernel", path, "--dtb", trees)));
    });
    return List.copyOf(all);
  }

  private static String words(Object... words) {
    return Stream.of(words)
        .flatMap(word -> word instanceof List<?> many ? many.stream() : Stream.of(word))
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
