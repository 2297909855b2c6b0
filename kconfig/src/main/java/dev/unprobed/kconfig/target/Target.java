package dev.unprobed.kconfig.target;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What conf can be asked to do. */
public enum Target {
  OLDASKCONFIG,
  OLDCONFIG,
  SYNCCONFIG,
  DEFCONFIG,
  SAVEDEFCONFIG,
  ALLNOCONFIG,
  ALLYESCONFIG,
  ALLMODCONFIG,
  ALLDEFCONFIG,
  RANDCONFIG,
  LISTNEWCONFIG,
  HELPNEWCONFIG,
  OLDDEFCONFIG,
  YES2MODCONFIG,
  MOD2YESCONFIG,
  MOD2NOCONFIG;

  /** The name as conf's option and make's target have it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The target of that name, absent when there is none. */
  public static @Nullable Target of(String name) {
    for (Target target : values()) {
      if (target.text().equals(name)) {
        return target;
      }
    }
    return null;
  }

  /** Whether the target takes a file: defconfig to read, savedefconfig to write. */
  public boolean takesFile() {
    return this == DEFCONFIG || this == SAVEDEFCONFIG;
  }

  /** Whether the target starts from nothing instead of the {@code .config}. */
  boolean startsEmpty() {
    return switch (this) {
      case ALLNOCONFIG, ALLYESCONFIG, ALLMODCONFIG, ALLDEFCONFIG, RANDCONFIG -> true;
      default -> false;
    };
  }

  /** Whether only new symbols are told about, and nothing is written. */
  boolean onlyLists() {
    return this == LISTNEWCONFIG || this == HELPNEWCONFIG;
  }
}
