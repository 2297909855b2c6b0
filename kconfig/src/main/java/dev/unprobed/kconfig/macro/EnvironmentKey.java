package dev.unprobed.kconfig.macro;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The part of a key that all answers of one run share: the environment. All variables count, except
 * those that tell about the terminal, the session or make's own bookkeeping; a command that names
 * one of these depends on it nevertheless.
 */
final class EnvironmentKey {
  private static final Set<String> IGNORED =
      Set.of(
          "PWD",
          "OLDPWD",
          "SHLVL",
          "_",
          "TERM",
          "COLORTERM",
          "COLUMNS",
          "LINES",
          "LS_COLORS",
          "WINDOWID",
          "DISPLAY",
          "WAYLAND_DISPLAY",
          "MAKEFLAGS",
          "MFLAGS",
          "MAKELEVEL",
          "MAKEOVERRIDES",
          "MAKE_TERMERR",
          "MAKE_TERMOUT",
          "HISTFILE",
          "HISTSIZE",
          "PS1",
          "PROMPT_COMMAND",
          "INVOCATION_ID",
          "JOURNAL_STREAM",
          "COLORFGBG",
          "TMUX",
          "TMUX_PANE",
          "STY",
          "WINDOW",
          "PAGER",
          "EDITOR",
          "VISUAL",
          "LESS",
          "MAIL",
          "LOGNAME");
  private static final List<String> IGNORED_STARTS =
      List.of(
          "SSH_",
          "KCONFIG_",
          "XDG_SESSION",
          "DBUS_",
          "GITHUB_",
          "RUNNER_",
          "VTE_",
          "KITTY_",
          "VSCODE_");

  private EnvironmentKey() {}

  /** Whether the variable is part of the key of all answers. */
  static boolean counts(String name) {
    if (IGNORED.contains(name)) {
      return false;
    }
    for (String start : IGNORED_STARTS) {
      if (name.startsWith(start)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A name for the answers of one environment. It does not reveal the environment, which may hold
   * secrets.
   *
   * @param scope tells apart what has the same environment
   */
  static String of(Map<String, String> environment, String scope) {
    StringBuilder text = new StringBuilder(scope);
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      if (counts(variable.getKey())) {
        text.append('\0').append(variable.getKey()).append('=').append(variable.getValue());
      }
    }
    return hash(text, 0xcbf29ce484222325L) + "-" + hash(text, 0x9ae16a3b2f90404fL);
  }

  /**
   * FNV-1a with a last mixing step: no secret to keep, and faster to start than a message digest.
   */
  private static String hash(CharSequence text, long seed) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
    return Long.toHexString(hash ^ hash >>> 29);
  }
}
