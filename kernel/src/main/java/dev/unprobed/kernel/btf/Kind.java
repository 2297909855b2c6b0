package dev.unprobed.kernel.btf;

/** What a type is, as far as layouts go. */
enum Kind {
  /** An integer, an enumeration, a floating-point number. */
  SCALAR,
  POINTER,
  ARRAY,
  STRUCT,
  UNION,
  /** Another name for a type, or a qualifier. */
  ALIAS,
  OTHER;

  /** From the number in include/uapi/linux/btf.h. */
  static Kind of(int number) {
    return switch (number) {
      case 1, 6, 16, 19 -> SCALAR;
      case 2 -> POINTER;
      case 3 -> ARRAY;
      case 4 -> STRUCT;
      case 5 -> UNION;
      case 8, 9, 10, 11, 18 -> ALIAS;
      default -> OTHER;
    };
  }
}
