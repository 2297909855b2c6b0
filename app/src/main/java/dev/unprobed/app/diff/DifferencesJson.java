package dev.unprobed.app.diff;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Differences for programs. */
public final class DifferencesJson {
  private DifferencesJson() {}

  /** The record itself, with the name of its form in front; kinds in small letters. */
  private record Document(String format, Differences differences) {}

  /** One JSON object and a newline. */
  public static String of(Differences differences) {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();
    return mapper.writeValueAsString(new Document("unprobed-diff-1", differences)) + "\n";
  }
}
