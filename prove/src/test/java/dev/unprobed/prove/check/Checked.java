package dev.unprobed.prove.check;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Limit;
import java.util.List;
import java.util.Map;

/** All findings in one small Kconfig file. */
record Checked(World world, Findings findings) {
  static Checked of(Generation generation, String kconfig) {
    return of(World.of(generation, Map.of("Kconfig", kconfig), ""), Limit.NONE, Check.ALL);
  }

  static Checked of(World world, Limit limit, List<? extends Check> checks) {
    Model model = Model.of(world.explainer().tree());
    return new Checked(
        world, new Checking(model, world::evaluate, limit).of(checks, question -> true));
  }

  /** Each as {@code line level[check] message: reason}. */
  List<String> lines() {
    return findings.findings().stream().map(Checked::line).toList();
  }

  /** The same, of one check. */
  List<String> lines(String check) {
    return findings.findings().stream()
        .filter(finding -> finding.check().name().equals(check))
        .map(Checked::line)
        .toList();
  }

  private static String line(Finding finding) {
    return "%d %s[%s] %s: %s"
        .formatted(
            finding.location().line(),
            finding.level().text(),
            finding.check().name(),
            finding.message(),
            finding.reason());
  }
}
