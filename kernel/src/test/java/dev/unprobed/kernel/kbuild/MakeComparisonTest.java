package dev.unprobed.kernel.kbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Evaluates makefiles once for all configurations, and has GNU make evaluate them with each: the
 * lists have to be the same.
 */
class MakeComparisonTest {
  private static final List<String> LISTS = List.of("obj-y", "obj-m", "foo-y", "foo-", "text");
  private static final List<String> SYMBOLS = List.of("A", "B", "C");

  @TempDir Path folder;

  @BeforeAll
  static void demandMake() throws InterruptedException {
    boolean there;
    try {
      there = new ProcessBuilder("make", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      there = false;
    }
    if (!there) {
      System.out.println("skipped: there is no GNU make to compare with");
    }
    assumeTrue(there || "true".equals(System.getenv("CI")));
    assertThat(there).as("GNU make").isTrue();
  }

  @Test
  void agreesWithMakeAboutEveryFunction() throws Exception {
    compare(
        """
        obj-y :=
        obj-m :=
        obj-$(CONFIG_A) += a.o # with a comment
        obj-$(subst m,y,$(CONFIG_B)) += b/
        obj-$(CONFIG_C) += c.o \\
        	d.o
        obj-$(subst y,$(CONFIG_A),$(CONFIG_B)) += both.o
        words := $(filter %.o,$(obj-y)) $(filter-out a.o,$(obj-m))
        foo-$(CONFIG_A) += $(patsubst %.o,%.x,$(words))
        foo-$(CONFIG_B) := $(addprefix p/,$(addsuffix .s,$(CONFIG_A) k))
        foo-y += $(sort z $(CONFIG_C) b b) $(words:.o=.q) $(words:%.o=<%>)
        foo-y += $(firstword $(obj-y)) $(lastword $(obj-y)) $(words $(obj-y) $(obj-m))
        foo-y += $(if $(CONFIG_A),$(CONFIG_A)es,no) $(or $(CONFIG_B),$(CONFIG_C),none)
        foo-y += $(and $(CONFIG_A),$(CONFIG_B),all) $(strip   s   $(CONFIG_C)  )
        foo-y += $(foreach f,$(obj-y) last,[$(f)]) $(findstring a,$(obj-y)$(CONFIG_A))
        foo-y += $(dir a/b.o c.o) $(notdir a/b.o) $(basename a/b.o) $(suffix a/b.o c)
        foo-y += $(word 2,x y z) $(wordlist 2,3,p q r s)
        twice = $(1)$(2)$(1)
        foo-y += $(call twice,$(CONFIG_A),-) $(call patsubst,%a,%b,ba)
        define lines
        foo-y += $(1)-evaluated
        endef
        $(eval $(call lines,$(CONFIG_B)))
        late = $(early)
        early := before
        text += $(late)
        early := after
        text += $(CONFIG_A)
        given ?= one
        given ?= two
        text += $(given) $(origin given) $(origin nothing) a\\#b $$x
        ifeq ($(CONFIG_A)$(CONFIG_B),ym)
        text := ym
        else ifdef CONFIG_C
          ifneq ($(filter m,$(CONFIG_C)),)
        text += cm
          else
        text += cy
          endif
        else ifeq "$(strip $(obj-m))" ""
        text ?= never
        text += no modules
        endif
        ifndef nothing
        override text += nothing
        endif
        rule: words
        	text += recipe
        """);
  }

  @Test
  void agreesWithMakeAboutRandomMakefiles() throws Exception {
    long seed = 41;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 8; i++) {
      compare(new RandomMakefile(random).text());
    }
  }

  private void compare(String makefile) throws Exception {
    Files.writeString(folder.resolve("Kbuild"), makefile);
    Scope scope = new Scope();
    TreeFiles files = new TreeFiles(folder);
    Interpreter interpreter = new Interpreter(scope, files, MakeComparisonTest::anyValue);
    interpreter.run(files.makefile("Kbuild").orElseThrow());
    Folder mine = new Folder("", scope, interpreter.expander());
    for (String a : List.of("", "m", "y")) {
      for (String b : List.of("", "m", "y")) {
        for (String c : List.of("", "m", "y")) {
          Map<String, String> config = Map.of("A", a, "B", b, "C", c);
          assertThat(lists(mine, config)).as(config + "\n" + makefile).isEqualTo(make(config));
        }
      }
    }
  }

  private static List<Piece> anyValue(String symbol) {
    return List.of(new Piece(Condition.yes(symbol), "y"), new Piece(Condition.module(symbol), "m"));
  }

  private static List<String> lists(Folder folder, Map<String, String> config) {
    UnaryOperator<String> value = symbol -> config.getOrDefault(symbol, "");
    List<String> lists = new ArrayList<>();
    for (String list : LISTS) {
      List<String> words =
          folder.list(list).stream()
              .filter(entry -> entry.guard().holds(value))
              .map(Folder.Entry::name)
              .toList();
      lists.add(list + ": " + String.join(" ", words));
    }
    return lists;
  }

  private List<String> make(Map<String, String> config) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    SYMBOLS.forEach(s -> text.append("CONFIG_" + s + " := " + config.get(s) + "\n"));
    text.append("include Kbuild\n");
    LISTS.forEach(list -> text.append("$(info " + list + ": $(strip $(" + list + ")))\n"));
    Files.writeString(folder.resolve("Makefile"), text + "none: ;\n");
    Process make =
        new ProcessBuilder("make", "-s", "-r", "none").directory(folder.toFile()).start();
    String out = new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String error = new String(make.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(make.waitFor()).as(error).isZero();
    List<String> lists = new ArrayList<>();
    out.lines().filter(line -> line.contains(":")).forEach(lists::add);
    return lists;
  }
}
