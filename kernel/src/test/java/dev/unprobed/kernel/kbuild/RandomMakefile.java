package dev.unprobed.kernel.kbuild;

import java.util.List;
import java.util.Random;

/** Writes a makefile of lists, conditionals and functions, without sense but valid. */
final class RandomMakefile {
  private static final List<String> LISTS = List.of("obj-y", "obj-m", "foo-y", "text", "other");
  private final Random random;
  private final StringBuilder text = new StringBuilder();

  RandomMakefile(Random random) {
    this.random = random;
  }

  String text() {
    text.append("obj-y :=\nobj-m :=\n");
    for (int i = 0; i < 10; i++) {
      statement(2);
    }
    return text.toString();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void statement(int depth) {
    if (depth > 0 && random.nextInt(4) == 0) {
      text.append(condition()).append('\n');
      statement(depth - 1);
      if (random.nextBoolean()) {
        text.append(random.nextBoolean() ? "else\n" : "else " + condition() + "\n");
        statement(depth - 1);
      }
      text.append("endif\n");
      return;
    }
    String operator = any(List.of(" += ", " += ", " := ", " ?= "));
    text.append(name()).append(operator).append(words(2)).append('\n');
  }

  private String condition() {
    return switch (random.nextInt(4)) {
      case 0 -> "ifdef CONFIG_" + any(List.of("A", "B", "C"));
      case 1 -> "ifeq (" + symbol() + "," + any(List.of("y", "m", "", symbol())) + ")";
      case 2 -> "ifneq ($(filter " + symbol() + ",y),)";
      default -> "ifndef " + any(LISTS);
    };
  }

  private String name() {
    return switch (random.nextInt(3)) {
      case 0 -> any(LISTS);
      case 1 -> "obj-" + symbol();
      default -> "foo-$(subst m,y," + symbol() + ")";
    };
  }

  private String symbol() {
    return "$(CONFIG_" + any(List.of("A", "B", "C")) + ")";
  }

  private String words(int depth) {
    StringBuilder words = new StringBuilder(word(depth));
    for (int i = random.nextInt(3); i > 0; i--) {
      words.append(' ').append(word(depth));
    }
    return words.toString();
  }

  private String word(int depth) {
    String plain = any(List.of("a.o", "b.o", "c/", "w" + symbol(), symbol() + "z.o", "m", "y"));
    if (depth == 0 || random.nextBoolean()) {
      return plain;
    }
    String inner = words(depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> "$(if " + symbol() + "," + inner + "," + plain + ")";
      case 1 -> "$(filter %.o y," + inner + ")";
      case 2 -> "$(filter-out " + symbol() + " a.o," + inner + ")";
      case 3 -> "$(patsubst %.o,%" + symbol() + ".x," + inner + ")";
      case 4 -> "$(sort " + inner + ")";
      case 5 -> "$(foreach i," + inner + ",$(i)-" + symbol() + ")";
      case 6 -> "$(firstword " + inner + ")";
      case 7 -> "$(subst o," + symbol() + "," + inner + ")";
      default -> "$(addprefix " + symbol() + "," + inner + ")";
    };
  }
}
