package dev.unprobed.kernel.devicetree;

import java.util.stream.Collectors;

/** Source texts without what differs between versions of dtc: blanks, and case of hexadecimals. */
final class SourceTexts {
  private SourceTexts() {}

  static String normal(String source) {
    return source
        .lines()
        .map(line -> line.strip().replaceAll("\\s+", " "))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
