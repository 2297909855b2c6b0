package dev.unprobed.kconfig.target;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lines at the top of BusyBox's {@code .config}.
 *
 * @param version of BusyBox
 * @param time when, as the {@code .config} has it; absent when that is not wanted
 * @param timestamp the same as {@code autoconf.h} has it
 */
record OldHeading(String version, @Nullable String time, @Nullable String timestamp) {
  private static final DateTimeFormatter C_TIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ROOT);

  /** KERNELVERSION, the clock or SOURCE_DATE_EPOCH, and no time with KCONFIG_NOTIMESTAMP. */
  static OldHeading of(ConfSession session) {
    String version = session.variable("KERNELVERSION", "");
    if (session.isFilled("KCONFIG_NOTIMESTAMP")) {
      return new OldHeading(version, null, null);
    }
    String epoch = session.variable("SOURCE_DATE_EPOCH", "");
    boolean given = !epoch.isEmpty() && epoch.chars().allMatch(c -> c >= '0' && c <= '9');
    Instant now = given ? Instant.ofEpochSecond(Long.parseLong(epoch)) : Instant.now();
    ZonedDateTime local = now.atZone(ZoneId.systemDefault());
    ZonedDateTime stamped = given ? now.atZone(ZoneOffset.UTC) : local;
    String zone = given ? " GMT" : "";
    String stamp =
        given
            ? stamped.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)) + zone
            : stamped.format(STAMP);
    return new OldHeading(version, local.format(C_TIME), stamp);
  }

  String text() {
    String when = time == null ? "" : "# " + time + "\n";
    return "#\n# Automatically generated make config: don't edit\n# Busybox version: "
        + version
        + "\n"
        + when
        + "#\n";
  }
}
